package org.commonground.partnership;

import org.commonground.foundation.Fact;
import org.commonground.foundation.PartnershipId;

/** The partners end the partnership before its term. */
public record ClosureAgreed(PartnershipId partnership) implements Fact {

    @Override
    public String businessKey() {
        return partnership.value();
    }
}
