package org.commonground.withdrawal;

import java.util.UUID;

import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/** Whoever was to say whether it gives notice has left in another way, or there is nothing to leave any more. */
public record LeaverGone(PartnershipId partnership, UUID withdrawal) implements PartnershipFact {

    @Override
    public String matter() {
        return withdrawal.toString();
    }
}
