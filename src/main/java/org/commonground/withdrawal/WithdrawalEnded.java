package org.commonground.withdrawal;

import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/** A leaving came to nothing, for the reason that is told. */
public record WithdrawalEnded(PartnershipId partnership, OrganisationId organisation, String reason,
        List<OrganisationId> members) implements PartnershipFact {
}
