package org.commonground.matter;

import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/**
 * What somebody raised has reached the partnership; all its members hear of it.
 *
 * @param readers those of the members who read why it was raised
 */
public record MatterTakenUp(MatterCard card, List<OrganisationId> members, List<OrganisationId> readers) implements PartnershipFact {

    @Override
    public PartnershipId partnership() {
        return card.partnership();
    }
}
