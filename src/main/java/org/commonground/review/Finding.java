package org.commonground.review;

import java.util.IntSummaryStatistics;
import java.util.Map;

/**
 * What the answers to one question say together. Means have two decimals, and as people read them so they are compared.
 *
 * @param spread how far the lowest and the highest rating are apart
 * @param before the mean when the question was last asked and shown; null where it never was
 */
public record Finding(Question question, double mean, int spread, int answers, Double before) {

    private static final long RED = 200;
    private static final int APART = 2;

    /** @param counts how often each rating was given */
    static Finding of(Question question, Map<Integer, Integer> counts) {
        IntSummaryStatistics given = counts.entrySet().stream().filter(one -> one.getValue() > 0)
                .mapToInt(Map.Entry::getKey).summaryStatistics();
        int answers = counts.values().stream().mapToInt(Integer::intValue).sum();
        int sum = counts.entrySet().stream().mapToInt(one -> one.getKey() * one.getValue()).sum();
        return new Finding(question, Math.round(100.0 * sum / answers) / 100.0, given.getMax() - given.getMin(), answers, null);
    }

    /** Something is wrong here. */
    public boolean isRed() {
        return hundredths(mean) <= RED;
    }

    /** The partners see it differently. */
    private boolean isApart() {
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
        long more = hundredths(mean) - hundredths(before);
        return more > 0 ? "better" : more < 0 ? "worse" : "the same";
    }

    private static long hundredths(double mean) {
        return Math.round(mean * 100);
    }

    /** Why it is marked, in words; empty where it is not. */
    public String mark() {
        return isRed() ? isApart() ? "red, and seen differently" : "red" : isApart() ? "seen differently" : "";
    }
}
