package org.commonground.review.process;

import org.commonground.engine.ProcessStep;
import org.commonground.engine.StepContext;
import org.commonground.review.ReviewService;
import org.springframework.stereotype.Component;

@Component
class FollowWayForwardDelegate implements ProcessStep {

    private final ReviewService reviews;

    FollowWayForwardDelegate(ReviewService reviews) {
        this.reviews = reviews;
    }

    @Override
    public void perform(StepContext context) {
        reviews.follow(ReviewVariables.review(context));
    }
}
