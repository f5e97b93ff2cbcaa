package org.commonground.talks;

import java.util.UUID;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/** Another side has said something new, so this one is asked again. */
public record OthersSpoke(PartnershipId partnership, UUID dispute, OrganisationId party) implements PartnershipFact {

    @Override
    public String matter() {
        return dispute.toString();
    }
}
