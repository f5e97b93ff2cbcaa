package org.commonground.partnership;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/** The partnership ended before it began; everybody who was asked hears why. */
public record NoCommonGroundFound(PartnershipId partnership, OrganisationId proposer, String reason, String person)
        implements PartnershipFact {
}
