package org.commonground.review.process;

import java.util.List;

import org.commonground.engine.Answer;
import org.commonground.engine.StepContext;
import org.commonground.review.Recommendation;
import org.commonground.review.ReviewService;
import org.commonground.review.WayForward;
import org.springframework.stereotype.Component;

@Component
class RecommendWayForwardAnswer implements Answer<RecommendWayForwardAnswer.Given> {

    private final ReviewService reviews;

    RecommendWayForwardAnswer(ReviewService reviews) {
        this.reviews = reviews;
    }

    @Override
    public void take(Given given, StepContext context) {
        reviews.recommend(ReviewVariables.review(context),
                given.rows().stream().map(rule -> new Recommendation(WayForward.of(rule.way()), rule.reason())).toList());
    }

    record Given(List<Rule> rows) {
    }

    record Rule(String way, String reason) {
    }
}
