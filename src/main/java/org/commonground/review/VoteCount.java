package org.commonground.review;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.commonground.negotiation.DecisionRule;

/**
 * Which way the partners decided, by their own rule. By consensus whoever can live with a way is for it, and whoever cannot is against
 * it; where several are carried so, it is the one chosen most often. By two thirds and by majority those who chose the way are for it.
 */
final class VoteCount {

    private VoteCount() {
    }

    /**
     * @param partners how many may decide
     * @return empty where no way is carried: then the partners talk again
     */
    static Optional<WayForward> carried(DecisionRule rule, Collection<WayForwardVote> votes, int partners) {
        List<WayForward> carried = Arrays.stream(WayForward.values()).filter(way -> chosen(way, votes) > 0)
                .filter(way -> rule.carries(inFavour(rule, way, votes), votes.size() - livingWith(way, votes), partners))
                .sorted(Comparator.comparing((WayForward way) -> chosen(way, votes)).reversed()).toList();
        boolean tie = carried.size() > 1 && chosen(carried.get(0), votes) == chosen(carried.get(1), votes);
        return carried.isEmpty() || tie ? Optional.empty() : Optional.of(carried.get(0));
    }

    /** The rule inside a sentence. */
    static String inWords(DecisionRule rule) {
        return Character.toLowerCase(rule.label().charAt(0)) + rule.label().substring(1);
    }

    /** When a way is carried, as those who decide read it beforehand. */
    static String inWords(DecisionRule rule, int partners) {
        String when = switch (rule) {
            case CONSENSUS -> "a way is carried when all who answer chose it or can live with it, and they are more than half of all %d"
                    + " partners.";
            case TWO_THIRDS -> "a way is carried when at least two thirds of all %d partners chose it.";
            case MAJORITY -> "a way is carried when more than half of all %d partners chose it.";
        };
        return when.formatted(partners);
    }

    /** Who carried the way, in words. */
    static String inWords(WayForward way, Collection<WayForwardVote> votes, int partners) {
        return "%d of %d partners chose it%s".formatted(chosen(way, votes), partners,
                chosen(way, votes) < votes.size() && livingWith(way, votes) == votes.size()
                        ? ", and all others who answered can live with it" : "");
    }

    private static int inFavour(DecisionRule rule, WayForward way, Collection<WayForwardVote> votes) {
        return rule == DecisionRule.CONSENSUS ? livingWith(way, votes) : chosen(way, votes);
    }

    private static int chosen(WayForward way, Collection<WayForwardVote> votes) {
        return (int) votes.stream().filter(vote -> vote.way() == way).count();
    }

    private static int livingWith(WayForward way, Collection<WayForwardVote> votes) {
        return (int) votes.stream().filter(vote -> vote.canLiveWith(way)).count();
    }
}
