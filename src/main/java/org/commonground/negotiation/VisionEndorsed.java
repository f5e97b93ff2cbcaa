package org.commonground.negotiation;

import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/** Every party endorsed the shared vision. They are told, and the topics come next. */
public record VisionEndorsed(PartnershipId partnership, NegotiationId negotiation, List<OrganisationId> parties)
        implements PartnershipFact {
}
