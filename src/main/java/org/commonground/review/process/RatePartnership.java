package org.commonground.review.process;

import static org.commonground.review.HealthQuestion.COMMUNICATION;
import static org.commonground.review.HealthQuestion.DECISION_MAKING;
import static org.commonground.review.HealthQuestion.EQUITY;
import static org.commonground.review.HealthQuestion.LEARNING;
import static org.commonground.review.HealthQuestion.MUTUAL_BENEFIT;
import static org.commonground.review.HealthQuestion.PARTICIPANTS;
import static org.commonground.review.HealthQuestion.RESOURCES;
import static org.commonground.review.HealthQuestion.ROLES;
import static org.commonground.review.HealthQuestion.TRANSPARENCY;
import static org.commonground.review.HealthQuestion.TRUST;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.engine.Unattributed;
import org.commonground.review.Ballot;
import org.commonground.review.Question;
import org.commonground.review.RatingService;
import org.commonground.review.ReviewCard;
import org.commonground.review.ReviewReports;
import org.commonground.review.ReviewService;
import org.springframework.stereotype.Component;

/** How one partner sees the partnership, without its name. */
@Component
@For("${organisations.group(party)}")
@Unattributed
class RatePartnership implements Step<RatePartnership.Shown, RatePartnership.Given> {

    private final ReviewService reviews;
    private final RatingService ratings;
    private final ReviewReports reports;

    RatePartnership(ReviewService reviews, RatingService ratings, ReviewReports reports) {
        this.reviews = reviews;
        this.ratings = ratings;
        this.reports = reports;
    }

    @Override
    public Shown show(StepContext context) {
        UUID id = ReviewVariables.review(context);
        ReviewCard review = reviews.card(id);
        List<Indicator> indicators = reviews.questions(id).stream().filter(Question::isIndicator)
                .map(question -> new Indicator(question.label(), null)).toList();
        return new Shown(review.title(), reports.missed(review), review.whenShown(), review.warning(), indicators, indicators.isEmpty());
    }

    /** The person is not handed on: nobody is to know. */
    @Override
    public void take(Given given, StepContext context) {
        ratings.rate(ReviewVariables.review(context), context.party(), given.ballot());
    }

    /** @param missed null when the review is in time */
    record Shown(String review, String missed, String result, String warning, List<Indicator> indicators, boolean noIndicators) {
    }

    record Given(Integer trust, Integer equity, Integer transparency, Integer mutualBenefit, Integer communication, Integer decisionMaking,
            Integer roles, Integer resources, Integer learning, Integer participants, List<Indicator> indicators) {

        Ballot ballot() {
            return new Ballot(Map.of(TRUST, trust, EQUITY, equity, TRANSPARENCY, transparency, MUTUAL_BENEFIT, mutualBenefit,
                    COMMUNICATION, communication, DECISION_MAKING, decisionMaking, ROLES, roles, RESOURCES, resources, LEARNING, learning,
                    PARTICIPANTS, participants),
                    indicators.stream().map(Indicator::rating).toList());
        }
    }

    record Indicator(String indicator, Integer rating) {
    }
}
