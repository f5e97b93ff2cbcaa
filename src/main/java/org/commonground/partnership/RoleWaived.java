package org.commonground.partnership;

import org.commonground.foundation.Fact;
import org.commonground.foundation.PartnershipId;

/** The partnership goes on without a role it needs; the agreement will say why. */
public record RoleWaived(PartnershipId partnership, NeededRole neededRole, String person) implements Fact {

    @Override
    public String businessKey() {
        return partnership.value();
    }
}
