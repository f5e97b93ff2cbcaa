package org.commonground.review;

import org.commonground.foundation.Fact;
import org.commonground.foundation.PartnershipId;

/**
 * The partners know how they go on.
 *
 * @param reason how it was decided, in words
 */
public record WayForwardDecided(PartnershipId partnership, int nr, WayForward way, String reason) implements Fact {

    @Override
    public String businessKey() {
        return partnership.value();
    }
}
