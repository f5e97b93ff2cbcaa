package org.commonground.review.process;

import org.commonground.engine.ProcessStep;
import org.commonground.engine.StepContext;
import org.commonground.review.ReviewService;
import org.springframework.stereotype.Component;

@Component
class ConsolidateRatingsDelegate implements ProcessStep {

    private final ReviewService reviews;

    ConsolidateRatingsDelegate(ReviewService reviews) {
        this.reviews = reviews;
    }

    @Override
    public void perform(StepContext context) {
        reviews.consolidate(ReviewVariables.review(context));
    }
}
