package org.commonground.review;

import java.util.ArrayList;
import java.util.List;

/**
 * What one review asks: one that every partnership is asked, or a trust indicator of this agreement.
 *
 * @param key   the same in each review, so that a trend can be seen
 * @param label as people read it
 */
public record Question(int nr, String key, String label) {

    private static final String INDICATOR = "indicator";

    /** All that a review asks: what every partnership is asked, and the trust indicators of the agreement in their order. */
    static List<Question> of(List<String> indicators) {
        List<Question> questions = new ArrayList<>();
        for (HealthQuestion question : HealthQuestion.values()) {
            questions.add(new Question(questions.size() + 1, question.key(), question.label()));
        }
        for (int place = 1; place <= indicators.size(); place++) {
            questions.add(new Question(questions.size() + 1, INDICATOR + place, indicators.get(place - 1)));
        }
        return questions;
    }

    public boolean isIndicator() {
        return key.startsWith(INDICATOR);
    }
}
