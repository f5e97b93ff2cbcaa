package org.commonground.review.process;

import java.util.List;
import java.util.stream.Collectors;

import org.commonground.engine.Answer;
import org.commonground.engine.StepContext;
import org.commonground.review.ReviewService;
import org.commonground.review.Vote;
import org.commonground.review.WayForward;
import org.springframework.stereotype.Component;

@Component
class DecideWayForwardAnswer implements Answer<DecideWayForwardAnswer.Given> {

    private final ReviewService reviews;

    DecideWayForwardAnswer(ReviewService reviews) {
        this.reviews = reviews;
    }

    @Override
    public void take(Given given, StepContext context) {
        reviews.decide(ReviewVariables.review(context), context.party(), new Vote(WayForward.of(given.way()),
                given.also().stream().map(WayForward::of).collect(Collectors.toSet()), given.words()), context.person());
    }

    record Given(String way, List<String> also, String words) {
    }
}
