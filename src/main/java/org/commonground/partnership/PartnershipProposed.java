package org.commonground.partnership;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/** A partnership was proposed and has its case number. */
public record PartnershipProposed(PartnershipId partnership, String title, OrganisationId proposer, String person)
        implements PartnershipFact {
}
