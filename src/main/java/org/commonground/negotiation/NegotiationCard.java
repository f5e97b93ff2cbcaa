package org.commonground.negotiation;

import org.commonground.foundation.PartnershipId;

/**
 * @param round  the newest one, 0 before the first
 * @param reason why there is no common ground; null while there may be
 */
public record NegotiationCard(NegotiationId id, PartnershipId partnership, Purpose purpose, int round, NegotiationStage stage,
        String reason) {
}
