package org.commonground.review;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.commonground.negotiation.DecisionRule;

/**
 * Which way the partners decided, by their own rule. All rules count the partners, not the votes: silence is not consent.
 * <ul>
 * <li>Consensus: every partner chose the way or can live with it. Where that holds for several, the one chosen most often.
 * <li>Two thirds, majority: so many of the partners chose the way.
 * </ul>
 */
final class VoteCount {

    private VoteCount() {
    }

    /**
     * @param partners how many may decide
     * @return empty where no way is carried: then the partners talk again
     */
    static Optional<WayForward> carried(DecisionRule rule, Collection<Vote> votes, int partners) {
        List<WayForward> carried = Arrays.stream(WayForward.values()).filter(way -> switch (rule) {
            case CONSENSUS -> votes.size() == partners && votes.stream().allMatch(vote -> vote.canLiveWith(way)) && chosen(way, votes) > 0;
            case TWO_THIRDS -> 3 * chosen(way, votes) >= 2L * partners;
            case MAJORITY -> 2 * chosen(way, votes) > partners;
        }).sorted(Comparator.comparing((WayForward way) -> chosen(way, votes)).reversed()).toList();
        boolean tie = carried.size() > 1 && chosen(carried.get(0), votes) == chosen(carried.get(1), votes);
        return carried.isEmpty() || tie ? Optional.empty() : Optional.of(carried.get(0));
    }

    private static long chosen(WayForward way, Collection<Vote> votes) {
        return votes.stream().filter(vote -> vote.way() == way).count();
    }
}
