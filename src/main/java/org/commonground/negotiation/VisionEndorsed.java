package org.commonground.negotiation;

import java.util.List;

import org.commonground.foundation.Fact;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;

/** Every party endorsed the shared vision. They are told, and the topics come next. */
public record VisionEndorsed(PartnershipId partnership, NegotiationId negotiation, List<OrganisationId> parties) implements Fact {

    @java.lang.Override
    public String businessKey() {
        return partnership.value();
    }
}
