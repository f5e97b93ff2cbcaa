package org.commonground.review.process;

import java.util.List;

import org.commonground.engine.Answer;
import org.commonground.engine.StepContext;
import org.commonground.partnership.ActionCheck;
import org.commonground.review.ReviewService;
import org.springframework.stereotype.Component;

@Component
class VerifyActionsAnswer implements Answer<VerifyActionsAnswer.Given> {

    private final ReviewService reviews;

    VerifyActionsAnswer(ReviewService reviews) {
        this.reviews = reviews;
    }

    @Override
    public void take(Given given, StepContext context) {
        reviews.verify(ReviewVariables.review(context), context.party(), given.checks().stream()
                .map(row -> new ActionCheck(row.nr(), row.done().equals("yes"), row.words())).toList(), context.person());
    }

    record Given(List<Row> checks) {
    }

    record Row(int nr, String done, String words) {
    }
}
