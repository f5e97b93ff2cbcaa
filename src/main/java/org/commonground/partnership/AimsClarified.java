package org.commonground.partnership;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/** The aims are clear, and one organisation leads; the proposer and the lead should hear what the other wrote. */
public record AimsClarified(PartnershipId partnership, OrganisationId proposer, OrganisationId lead, String person)
        implements PartnershipFact {
}
