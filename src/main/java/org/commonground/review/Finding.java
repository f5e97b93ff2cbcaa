package org.commonground.review;

/**
 * What the answers to one question say together.
 *
 * @param spread how far the lowest and the highest rating are apart
 * @param before the mean of the review before; null where that one did not ask or could not show it
 */
public record Finding(Question question, double mean, int spread, int answers, Double before) {

    private static final double RED = 2;
    private static final int APART = 2;

    /** Something is wrong here. */
    public boolean isRed() {
        return mean <= RED;
    }

    /** The partners see it differently. */
    public boolean isApart() {
        return spread >= APART;
    }

    /** Whether something has to be done about it. */
    public boolean callsForAction() {
        return isRed() || isApart();
    }

    /** {@code better}, {@code worse}, {@code the same}; {@code –} where there is nothing to compare with. */
    public String trend() {
        if (before == null) {
            return "–";
        }
        long tenths = Math.round((mean - before) * 10);
        return tenths > 0 ? "better" : tenths < 0 ? "worse" : "the same";
    }

    /** Why it is marked, in words; empty where it is not. */
    public String mark() {
        return isRed() ? isApart() ? "red, and seen differently" : "red" : isApart() ? "seen differently" : "";
    }
}
