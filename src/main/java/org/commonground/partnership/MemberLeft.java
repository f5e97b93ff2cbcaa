package org.commonground.partnership;

import org.commonground.foundation.Fact;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;

/** An organisation does not belong to the partnership any more. */
public record MemberLeft(PartnershipId partnership, OrganisationId organisation, String reason, String person) implements Fact {

    @Override
    public String businessKey() {
        return partnership.value();
    }
}
