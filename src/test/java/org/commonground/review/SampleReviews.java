package org.commonground.review;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What partners say in reviews. */
public final class SampleReviews {

    private SampleReviews() {
    }

    /** Each question and each indicator alike. */
    public static Ballot rated(int rating, int indicators) {
        return rated(rating, rating, indicators);
    }

    /** Trust, and all others alike. */
    public static Ballot rated(int trust, int others, int indicators) {
        Map<HealthQuestion, Integer> health = new EnumMap<>(HealthQuestion.class);
        for (HealthQuestion question : HealthQuestion.values()) {
            health.put(question, question == HealthQuestion.TRUST ? trust : others);
        }
        return new Ballot(health, java.util.Collections.nCopies(indicators, others));
    }

    /** @param objective how far the one objective is seen reached */
    public static Impact impact(String who, int objective) {
        return new Impact(4, who + " reaches more farmers", who + " has a new unit", who + " trains its staff", who
                + " learned to listen", null, List.of(new WorkRating(1, objective, null)));
    }

    public static WayForwardVote vote(WayForward way) {
        return new WayForwardVote(way, Set.of(), NamedChange.NONE, null);
    }
}
