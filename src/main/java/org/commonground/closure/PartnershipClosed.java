package org.commonground.closure;

import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/**
 * The partnership has ended well or early; all who were members get the letter.
 *
 * @param followUp whether somebody asks half a year later what became of it
 */
public record PartnershipClosed(PartnershipId partnership, Trajectory trajectory, String reason, String letter, boolean followUp,
        List<OrganisationId> members) implements PartnershipFact {
}
