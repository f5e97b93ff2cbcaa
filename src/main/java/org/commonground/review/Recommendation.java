package org.commonground.review;

import static org.commonground.foundation.Words.said;

/** A way that the decision table offers, and why. */
public record Recommendation(WayForward way, String reason) {

    public Recommendation {
        reason = said(reason, "Each rule of the decision about the way forward says why.");
    }
}
