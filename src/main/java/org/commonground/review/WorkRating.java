package org.commonground.review;

import static org.commonground.foundation.Words.between;
import static org.commonground.foundation.Words.maybe;

/**
 * How far a partner sees an objective reached.
 *
 * @param objective its number, from 1
 * @param rating    1 (nothing yet) to 5 (reached)
 * @param words     or null
 */
public record WorkRating(int objective, int rating, String words) {

    public WorkRating {
        between(rating, 1, 5, "Please rate each objective from 1 to 5.");
        words = maybe(words);
    }
}
