package org.commonground.matter;

import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/** What somebody raised found the partnership no longer at work; that person hears it, and all members where they had decided it. */
public record MatterCameTooLate(MatterCard card, List<OrganisationId> members) implements PartnershipFact {

    @Override
    public PartnershipId partnership() {
        return card.partnership();
    }
}
