package org.commonground.review.process;

import java.util.List;

import org.commonground.engine.Answer;
import org.commonground.engine.StepContext;
import org.commonground.review.Impact;
import org.commonground.review.ReviewService;
import org.commonground.review.WorkRating;
import org.springframework.stereotype.Component;

@Component
class StateImpactAnswer implements Answer<StateImpactAnswer.Given> {

    private final ReviewService reviews;

    StateImpactAnswer(ReviewService reviews) {
        this.reviews = reviews;
    }

    @Override
    public void take(Given given, StepContext context) {
        reviews.stateImpact(ReviewVariables.review(context), context.party(), new Impact(given.impactRating(), given.impact(), given.ownChange(),
                given.managed(), given.learned(), given.remark(),
                given.objectives().stream().map(row -> new WorkRating(row.objective(), row.rating(), row.words())).toList()), context.person());
    }

    record Given(Integer impactRating, String impact, String ownChange, String managed, String learned, List<Row> objectives, String remark) {
    }

    record Row(Integer objective, Integer rating, String words) {
    }
}
