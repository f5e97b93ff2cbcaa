package org.commonground.review;

/**
 * What one review asks: one of the nine questions, or a trust indicator of this agreement.
 *
 * @param key   the same in each review, so that a trend can be seen
 * @param label as people read it
 */
public record Question(int nr, String key, String label) {

    private static final String INDICATOR = "indicator";

    /** A trust indicator, by its place in the agreement. */
    static Question indicator(int nr, int place, String words) {
        return new Question(nr, INDICATOR + place, words);
    }

    public boolean isIndicator() {
        return key.startsWith(INDICATOR);
    }
}
