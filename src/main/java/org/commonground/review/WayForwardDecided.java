package org.commonground.review;

import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/**
 * The partners know how they go on.
 *
 * @param reason  how it was decided, in words
 * @param outcome what happens now, in a sentence
 */
public record WayForwardDecided(PartnershipId partnership, int nr, WayForward way, String reason, String outcome)
        implements PartnershipFact {
}
