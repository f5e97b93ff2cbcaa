package org.commonground.negotiation;

import java.util.ArrayList;
import java.util.List;

/**
 * What a topic said and what it shall say. What is the same on both sides is told once, so that nobody has to look for the difference.
 *
 * @param before      empty where the words are the same
 * @param termsBefore those that differ
 * @param kept        whether something of it stays as it is
 * @param keptWords   empty where the words differ
 */
public record Beside(String before, List<String> termsBefore, String now, List<String> termsNow, boolean kept, String keptWords,
        List<String> keptTerms) {

    /** Where one side has nothing, it says so. */
    public static Beside of(OpenTopic before, OpenTopic now) {
        boolean reworded = !before.wording().equals(now.wording());
        List<String> kept = new ArrayList<>(now.terms());
        List<String> come = without(now.terms(), before.terms());
        come.forEach(kept::remove);
        List<String> gone = without(before.terms(), now.terms());
        return new Beside(reworded ? before.wording() : gone.isEmpty() ? "Not there yet" : "", gone,
                reworded ? now.wording() : come.isEmpty() ? "Struck out" : "", come,
                !reworded || !kept.isEmpty(), reworded ? "" : now.wording(), kept);
    }

    private static List<String> without(List<String> terms, List<String> others) {
        List<String> rest = new ArrayList<>(terms);
        others.forEach(rest::remove);
        return rest;
    }
}
