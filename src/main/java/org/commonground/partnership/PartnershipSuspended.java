package org.commonground.partnership;

import org.commonground.foundation.Fact;
import org.commonground.foundation.PartnershipId;

/** The partners pause the work. */
public record PartnershipSuspended(PartnershipId partnership) implements Fact {

    @Override
    public String businessKey() {
        return partnership.value();
    }
}
