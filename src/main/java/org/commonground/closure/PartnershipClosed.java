package org.commonground.closure;

import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/** The partnership has ended well or early; all who were members get the letter. */
public record PartnershipClosed(PartnershipId partnership, Trajectory trajectory, String reason, String letter,
        List<OrganisationId> members)
        implements PartnershipFact {
}
