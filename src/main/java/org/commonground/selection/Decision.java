package org.commonground.selection;

import static org.commonground.foundation.Words.maybe;

import java.util.List;

import org.commonground.candidate.Candidate;
import org.commonground.candidate.PartnerFit;
import org.commonground.foundation.OrganisationId;
import org.commonground.organisation.OrganisationCard;
import org.commonground.partnership.SeatIn;

/**
 * What becomes of a candidate.
 *
 * @param reason  needed to decline and to depart from the fit, else it may be null
 * @param belongs how it belongs where it is asked for a role and the registry does not know it; else null
 */
public record Decision(OrganisationId organisation, PartnerFit outcome, String reason, String belongs) {

    public Decision {
        reason = maybe(reason);
        belongs = maybe(belongs);
    }

    public Decision(OrganisationId organisation, PartnerFit outcome, String reason) {
        this(organisation, outcome, reason, null);
    }

    /** The seats that the candidate takes by it, each with how it belongs there where the registry does not know it. */
    List<SeatIn> seats(Candidate candidate, OrganisationCard card) {
        return candidate.seats(outcome).stream().map(seat -> seat.takenBy(card, belongs)).toList();
    }
}
