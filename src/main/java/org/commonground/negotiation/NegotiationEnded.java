package org.commonground.negotiation;

import java.util.List;

import org.commonground.foundation.Fact;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;

/** The negotiation ended without common ground. Everybody who took part in it to the end is told why. */
public record NegotiationEnded(PartnershipId partnership, NegotiationId negotiation, List<OrganisationId> parties, String reason) implements Fact {

    @java.lang.Override
    public String businessKey() {
        return partnership.value();
    }
}
