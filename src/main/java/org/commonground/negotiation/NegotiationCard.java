package org.commonground.negotiation;

import org.commonground.foundation.PartnershipId;

/**
 * @param suffix what stands behind the number of the case, such as {@code A1}; null at a founding
 * @param round  the newest one, 0 before the first
 * @param reason why there is no common ground; null while there may be
 */
public record NegotiationCard(NegotiationId id, PartnershipId partnership, Purpose purpose, String suffix, int round,
        NegotiationStage stage, String reason) {

    public boolean isFounding() {
        return purpose == Purpose.FOUNDING;
    }

    /** Whether only who belongs to the partnership changes, and not a word of what was negotiated. */
    public boolean isMembership() {
        return purpose.isMembership();
    }

    public boolean isAgreed() {
        return stage == NegotiationStage.AGREED;
    }
}
