package org.commonground.negotiation;

import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/** Every party can live with every topic, and the reading time is over. */
public record TopicsAgreed(PartnershipId partnership, NegotiationId negotiation, String suffix, List<OrganisationId> parties, int rounds)
        implements PartnershipFact {
}
