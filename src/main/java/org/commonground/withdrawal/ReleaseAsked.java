package org.commonground.withdrawal;

import java.util.UUID;

import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/** A partner that leaves has asked for a release; whoever is owed it decides. */
public record ReleaseAsked(PartnershipId partnership, UUID withdrawal) implements PartnershipFact {

    @Override
    public String matter() {
        return withdrawal.toString();
    }
}
