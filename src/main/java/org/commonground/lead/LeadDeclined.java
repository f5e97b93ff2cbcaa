package org.commonground.lead;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/** An organisation was asked to lead and does not want to: another has to be named. */
public record LeadDeclined(PartnershipId partnership, OrganisationId organisation, OrganisationId proposer, String reason)
        implements PartnershipFact {
}
