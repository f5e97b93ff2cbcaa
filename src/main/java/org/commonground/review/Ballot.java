package org.commonground.review;

import static org.commonground.review.Words.rated;

import java.util.List;
import java.util.Map;

import org.commonground.foundation.Refusal;

/**
 * How somebody rates the partnership. It is counted and forgotten: no name ever stands beside it.
 *
 * @param health     each of the nine questions, 1 (poor) to 5 (strong)
 * @param indicators the trust indicators of the agreement, in its order
 */
public record Ballot(Map<HealthQuestion, Integer> health, List<Integer> indicators) {

    public Ballot {
        for (HealthQuestion question : HealthQuestion.values()) {
            rated(health.get(question), "Please rate “%s” from 1 to 5.".formatted(question.label()));
        }
        indicators.forEach(rating -> rated(rating, "Please rate each indicator of trust from 1 to 5."));
    }

    /** The rating of the question. */
    int on(Question question, int indicatorsBefore) {
        if (question.isIndicator()) {
            Refusal.unless(indicatorsBefore < indicators.size(), "The indicators of trust have changed. Please open the form again.");
            return indicators.get(indicatorsBefore);
        }
        return health.entrySet().stream().filter(one -> one.getKey().key().equals(question.key())).findFirst().orElseThrow().getValue();
    }
}
