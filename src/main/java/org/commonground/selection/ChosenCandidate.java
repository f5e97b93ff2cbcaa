package org.commonground.selection;

import java.util.List;

import org.commonground.candidate.Candidate;
import org.commonground.candidate.PartnerFit;
import org.commonground.candidate.Profile;
import org.commonground.foundation.OrganisationId;
import org.commonground.organisation.OrganisationCard;
import org.commonground.partnership.SeatIn;
import org.commonground.partnership.Standing;

/**
 * Who was chosen in a search, and is no member by that yet.
 *
 * @param seats   as it takes them, each with how it belongs there where the registry does not know it
 * @param outcome include, strengthen first or observe as ally
 * @param why     what its invitation said about it, or null
 * @param reason  why the coordinator departed from the fit, or null
 * @param belongs how it belongs where the registry does not know it, or null
 */
public record ChosenCandidate(OrganisationId organisation, String name, Standing standing, List<SeatIn> seats, PartnerFit outcome,
        String why, String reason, String belongs, Profile profile) {

    static ChosenCandidate of(Candidate candidate, Decision decision, OrganisationCard card) {
        return new ChosenCandidate(candidate.organisation(), candidate.name(), candidate.standing(decision.outcome()),
                decision.seats(candidate, card), decision.outcome(), candidate.why(), decision.reason(), decision.belongs(),
                candidate.profile());
    }

    /** What it expects of the others. */
    public String expectsOfOthers() {
        return profile.expectsOfOthers();
    }
}
