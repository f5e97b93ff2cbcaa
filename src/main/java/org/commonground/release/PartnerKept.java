package org.commonground.release;

import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/** A partner that was to be released stays, for the reason that is told; nobody voted on it. */
public record PartnerKept(PartnershipId partnership, OrganisationId organisation, String reason, List<OrganisationId> members)
        implements PartnershipFact {
}
