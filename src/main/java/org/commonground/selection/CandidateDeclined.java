package org.commonground.selection;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/**
 * The search went on without a candidate: declined, or silent for too long. Told once partners are chosen, not before.
 *
 * @param reason what the organisation reads
 */
public record CandidateDeclined(PartnershipId partnership, OrganisationId organisation, String reason) implements PartnershipFact {
}
