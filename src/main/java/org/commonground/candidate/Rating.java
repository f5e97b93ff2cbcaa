package org.commonground.candidate;

import static org.commonground.foundation.Words.between;
import static org.commonground.foundation.Words.maybe;

/**
 * What the coordinator holds of a candidate in one dimension.
 *
 * @param rating 1 weak to 5 strong
 * @param note   what it is based on, or null
 */
public record Rating(Dimension dimension, Integer rating, String note) {

    /** Ratings up to this one are called weak, here and in the decision table. */
    private static final int WEAK = 2;

    public Rating {
        between(rating, 1, 5, "Please rate “%s” from 1 (weak) to 5 (strong).".formatted(dimension.label()));
        note = maybe(note);
    }

    public boolean isWeak() {
        return rating <= WEAK;
    }
}
