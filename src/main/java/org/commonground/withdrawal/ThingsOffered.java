package org.commonground.withdrawal;

import java.util.UUID;

import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/** A partner that leaves has offered something to others, who are asked now. */
public record ThingsOffered(PartnershipId partnership, UUID withdrawal) implements PartnershipFact {

    @Override
    public String matter() {
        return withdrawal.toString();
    }
}
