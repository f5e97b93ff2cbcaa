package org.commonground.vision;

import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/**
 * The partners found no vision that they share. The partnership ends with it, and everybody is told why.
 *
 * @param told all members, allies too
 */
public record VisionGivenUp(PartnershipId partnership, List<OrganisationId> told, String reason) implements PartnershipFact {
}
