package org.commonground.commitment;

import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/** An organisation need not keep a commitment any more. */
public record CommitmentReleased(PartnershipId partnership, OrganisationId organisation, String what, String reason,
        List<OrganisationId> others)
        implements PartnershipFact {
}
