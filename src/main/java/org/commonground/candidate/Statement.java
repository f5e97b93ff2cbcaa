package org.commonground.candidate;

import static org.commonground.foundation.Words.between;
import static org.commonground.foundation.Words.said;

/**
 * What a candidate says of itself in one dimension.
 *
 * @param rating its own, 1 weak to 5 strong
 */
public record Statement(Dimension dimension, String words, Integer rating) {

    public Statement {
        words = said(words, "Please say something about “%s”.".formatted(dimension.label()));
        between(rating, 1, 5, "Please rate “%s” from 1 (weak) to 5 (strong).".formatted(dimension.label()));
    }
}
