package org.commonground.review.process;

import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
import org.commonground.review.ReviewService;
import org.commonground.review.Signals;
import org.springframework.stereotype.Component;

@Component
class RecommendWayForwardSheet implements Sheet<Signals> {

    private final ReviewService reviews;

    RecommendWayForwardSheet(ReviewService reviews) {
        this.reviews = reviews;
    }

    @Override
    public Signals read(StepContext context) {
        return reviews.signals(ReviewVariables.review(context));
    }
}
