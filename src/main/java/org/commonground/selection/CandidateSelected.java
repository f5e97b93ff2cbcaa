package org.commonground.selection;

import org.commonground.candidate.PartnerFit;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/**
 * A candidate was chosen: as a partner, as a partner to be strengthened first, or as an ally.
 *
 * @param joins   whether the partnership is under way: then those who are there say first whether it joins
 * @param reason  why the coordinator departed from the fit, or null; what stands beside the fit is not for the candidate
 * @param belongs what was said about how it belongs where the registry does not know it, or null
 */
public record CandidateSelected(PartnershipId partnership, OrganisationId organisation, PartnerFit outcome, boolean joins, String reason,
        String belongs) implements PartnershipFact {
}
