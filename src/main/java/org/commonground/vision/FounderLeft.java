package org.commonground.vision;

import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/**
 * Partners left while the vision was looked for, or the others went on without them. Everybody is told why, they too.
 *
 * @param names    of those who left
 * @param partners who are still there
 */
public record FounderLeft(PartnershipId partnership, List<OrganisationId> left, String names, String reason,
        List<OrganisationId> partners) implements PartnershipFact {
}
