package org.commonground.lead;

import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/** An organisation has agreed to lead, and leads from now on. */
public record LeadAccepted(PartnershipId partnership, OrganisationId organisation, OrganisationId proposer, List<OrganisationId> members)
        implements PartnershipFact {
}
