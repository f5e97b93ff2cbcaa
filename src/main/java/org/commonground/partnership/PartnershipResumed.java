package org.commonground.partnership;

import org.commonground.foundation.Fact;
import org.commonground.foundation.PartnershipId;

/** The partners take the work up again. */
public record PartnershipResumed(PartnershipId partnership) implements Fact {

    @Override
    public String businessKey() {
        return partnership.value();
    }
}
