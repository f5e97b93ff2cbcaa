package org.commonground.commitment;

import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/**
 * A seat committed something else than the agreement says.
 *
 * @param differences one line each, with the reason
 * @param others      all other members: what one does not bring concerns everybody
 */
public record CommitmentDiffers(PartnershipId partnership, OrganisationId organisation, List<String> differences,
        List<OrganisationId> others)
        implements PartnershipFact {
}
