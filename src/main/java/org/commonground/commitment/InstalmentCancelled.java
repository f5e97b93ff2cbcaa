package org.commonground.commitment;

import java.util.UUID;

import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/** Nobody waits for this instalment any more: its commitment was made anew or released. Whoever is asked whether it came need not say. */
public record InstalmentCancelled(PartnershipId partnership, UUID instalment) implements PartnershipFact {

    @Override
    public String matter() {
        return instalment.toString();
    }
}
