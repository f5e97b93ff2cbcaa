package org.commonground.review;

import static org.commonground.foundation.Words.between;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.commonground.foundation.Keyed;
import org.commonground.foundation.Refusal;

/**
 * How somebody rates the partnership. It is counted and forgotten: no name ever stands beside it.
 *
 * @param health     each of the questions that every partnership is asked, 1 (poor) to 5 (strong)
 * @param indicators the trust indicators of the agreement, in its order
 */
public record Ballot(Map<HealthQuestion, Integer> health, List<Integer> indicators) {

    public Ballot {
        for (HealthQuestion question : HealthQuestion.values()) {
            between(health.get(question), 1, 5, "Please rate “%s” from 1 to 5.".formatted(question.label()));
        }
        indicators.forEach(rating -> between(rating, 1, 5, "Please rate each indicator of trust from 1 to 5."));
    }

    /** The rating of each question. Refused when the review asks for other indicators than were rated. */
    Map<Question, Integer> on(List<Question> questions) {
        List<Question> asked = questions.stream().filter(Question::isIndicator).toList();
        Refusal.unless(asked.size() == indicators.size(), "The indicators of trust have changed. Please open the form again.");
        Map<Question, Integer> ratings = new LinkedHashMap<>();
        questions.forEach(question -> ratings.put(question, question.isIndicator() ? indicators.get(asked.indexOf(question))
                : health.get(Keyed.of(HealthQuestion.class, question.key()))));
        return ratings;
    }
}
