package org.commonground.negotiation;

import java.util.List;
import java.util.Set;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/** Something that was agreed is open again. Every party is told why. */
public record TopicsReopened(PartnershipId partnership, NegotiationId negotiation, String suffix, List<OrganisationId> parties,
        Set<Topic> topics,
        OrganisationId by, String reason) implements PartnershipFact {
}
