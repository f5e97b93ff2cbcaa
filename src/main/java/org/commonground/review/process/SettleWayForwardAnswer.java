package org.commonground.review.process;

import java.time.LocalDate;
import java.util.List;

import org.commonground.engine.Answer;
import org.commonground.engine.StepContext;
import org.commonground.review.ReviewService;
import org.commonground.review.WayForward;
import org.springframework.stereotype.Component;

@Component
class SettleWayForwardAnswer implements Answer<SettleWayForwardAnswer.Given> {

    private final ReviewService reviews;

    SettleWayForwardAnswer(ReviewService reviews) {
        this.reviews = reviews;
    }

    @Override
    public void take(Given given, StepContext context) {
        reviews.settle(ReviewVariables.review(context), WayForward.of(given.way()), given.heldOn(),
                DiscussDifferencesAnswer.organisations(given.present()), given.reason(), context.person());
    }

    record Given(LocalDate heldOn, List<String> present, String way, String reason) {
    }
}
