package org.commonground.review.process;

import java.util.UUID;

import org.commonground.engine.ProcessStep;
import org.commonground.engine.StepContext;
import org.commonground.engine.Variable;
import org.commonground.review.ReviewService;
import org.springframework.stereotype.Component;

@Component
class OpenReviewDelegate implements ProcessStep {

    private final ReviewService reviews;

    OpenReviewDelegate(ReviewService reviews) {
        this.reviews = reviews;
    }

    @Override
    public void perform(StepContext context) {
        String matter = context.get(Variable.MATTER);
        UUID review = reviews.open(context.partnership(), matter == null ? null : UUID.fromString(matter));
        context.set(ReviewVariables.REVIEW, review.toString());
    }
}
