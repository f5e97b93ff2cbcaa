package org.commonground.review.process;

import static org.commonground.review.HealthQuestion.COMMUNICATION;
import static org.commonground.review.HealthQuestion.DECISION_MAKING;
import static org.commonground.review.HealthQuestion.EQUITY;
import static org.commonground.review.HealthQuestion.LEARNING;
import static org.commonground.review.HealthQuestion.MUTUAL_BENEFIT;
import static org.commonground.review.HealthQuestion.RESOURCES;
import static org.commonground.review.HealthQuestion.ROLES;
import static org.commonground.review.HealthQuestion.TRANSPARENCY;
import static org.commonground.review.HealthQuestion.TRUST;

import java.util.List;
import java.util.Map;

import org.commonground.engine.Answer;
import org.commonground.engine.StepContext;
import org.commonground.review.Ballot;
import org.commonground.review.ReviewService;
import org.springframework.stereotype.Component;

@Component
class RatePartnershipAnswer implements Answer<RatePartnershipAnswer.Given> {

    private final ReviewService reviews;

    RatePartnershipAnswer(ReviewService reviews) {
        this.reviews = reviews;
    }

    /** The person is not handed on: nobody is to know. */
    @Override
    public void take(Given given, StepContext context) {
        reviews.rate(ReviewVariables.review(context), context.party(), given.ballot());
    }

    record Given(Integer trust, Integer equity, Integer transparency, Integer mutualBenefit, Integer communication, Integer decisionMaking,
            Integer roles, Integer resources, Integer learning, List<Indicator> indicators) {

        Ballot ballot() {
            return new Ballot(Map.of(TRUST, trust, EQUITY, equity, TRANSPARENCY, transparency, MUTUAL_BENEFIT, mutualBenefit,
                    COMMUNICATION, communication, DECISION_MAKING, decisionMaking, ROLES, roles, RESOURCES, resources, LEARNING, learning),
                    indicators.stream().map(Indicator::rating).toList());
        }
    }

    record Indicator(String indicator, Integer rating) {
    }
}
