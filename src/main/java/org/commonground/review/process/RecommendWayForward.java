package org.commonground.review.process;

import java.util.List;

import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.engine.Takes;
import org.commonground.review.Recommendation;
import org.commonground.review.Signals;
import org.commonground.review.WayForwardService;
import org.springframework.stereotype.Component;

/** Which ways forward the table offers for what the review says. */
@Component
@Takes("way-forward")
class RecommendWayForward implements Step<Signals, RecommendWayForward.Given> {

    private final WayForwardService ways;

    RecommendWayForward(WayForwardService ways) {
        this.ways = ways;
    }

    @Override
    public Signals show(StepContext context) {
        return ways.signals(ReviewVariables.review(context));
    }

    @Override
    public void take(Given given, StepContext context) {
        ways.recommend(ReviewVariables.review(context), given.rows());
    }

    record Given(List<Recommendation> rows) {
    }
}
