package org.commonground.negotiation;

import java.util.List;

import org.commonground.foundation.Fact;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;

/** A party left the negotiation, or the others went on without it. Everybody is told why, it too. */
public record PartyLeft(PartnershipId partnership, NegotiationId negotiation, OrganisationId organisation, String reason, List<OrganisationId> parties) implements Fact {

    @java.lang.Override
    public String businessKey() {
        return partnership.value();
    }
}
