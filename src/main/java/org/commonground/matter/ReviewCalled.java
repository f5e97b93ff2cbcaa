package org.commonground.matter;

import java.util.UUID;

import org.commonground.foundation.Fact;
import org.commonground.foundation.PartnershipId;

/** A partner calls a review before its date; a diagram of the partnership takes it up. */
public record ReviewCalled(PartnershipId partnership, UUID id) implements Fact {

    @Override
    public String businessKey() {
        return partnership.value();
    }

    @Override
    public String matter() {
        return id.toString();
    }

    @Override
    public boolean opensMatter() {
        return true;
    }
}
