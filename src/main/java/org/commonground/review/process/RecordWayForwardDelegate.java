package org.commonground.review.process;

import org.commonground.engine.ProcessStep;
import org.commonground.engine.StepContext;
import org.commonground.review.ReviewService;
import org.springframework.stereotype.Component;

@Component
class RecordWayForwardDelegate implements ProcessStep {

    private final ReviewService reviews;

    RecordWayForwardDelegate(ReviewService reviews) {
        this.reviews = reviews;
    }

    @Override
    public void perform(StepContext context) {
        reviews.countVotes(ReviewVariables.review(context));
    }
}
