package org.commonground.partnership;

import org.commonground.foundation.Fact;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;

/** The partnership ended before it began; everybody who was asked hears why. */
public record NoCommonGroundFound(PartnershipId partnership, OrganisationId proposer, String reason, String person) implements Fact {

    @Override
    public String businessKey() {
        return partnership.value();
    }
}
