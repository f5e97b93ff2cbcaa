package org.commonground.dispute;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.commonground.negotiation.DecisionRule;

/**
 * How the partners without a side decided.
 *
 * @param deciders all of them at the moment of counting, the silent ones too
 * @param inFavour how many chose what most of them chose
 * @param others   how many chose something else
 * @param ending   what most chose; null where nobody spoke
 */
record Tally(DecisionRule rule, int deciders, int inFavour, int others, DisputeEnding ending) {

    static Tally of(DecisionRule rule, int deciders, List<Verdict> verdicts) {
        Map<DisputeEnding, Long> chosen = verdicts.stream().collect(Collectors.groupingBy(Verdict::ending, Collectors.counting()));
        return chosen.entrySet().stream().max(Map.Entry.<DisputeEnding, Long>comparingByValue().thenComparing(one -> one.getKey().key(),
                Comparator.reverseOrder()))
                .map(most -> new Tally(rule, deciders, most.getValue().intValue(), verdicts.size() - most.getValue().intValue(),
                        most.getKey())).orElse(new Tally(rule, deciders, 0, 0, null));
    }

    boolean isCarried() {
        return ending != null && rule.carries(inFavour, others, deciders);
    }

    /** The same in one sentence. */
    static String inWords(DecisionRule rule, int deciders, int inFavour, int others, boolean carried) {
        return "%d of %d partners without a side chose the same%s. %s it is %s.".formatted(inFavour, deciders,
                others == 0 ? "" : ", %d something else".formatted(others), rule.label(), carried ? "carried" : "not carried");
    }
}
