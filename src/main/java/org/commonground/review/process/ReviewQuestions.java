package org.commonground.review.process;

import java.util.Date;
import java.util.List;
import java.util.UUID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.commonground.engine.MayMove;
import org.commonground.engine.OpenToModels;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.review.RatingService;
import org.commonground.review.ReviewService;
import org.commonground.review.WayForwardService;
import org.springframework.stereotype.Component;

/** What diagrams ask about reviews: {@code ${reviews.nextDate(execution)}}. */
@Component("reviews")
@OpenToModels
public class ReviewQuestions {

    private final ReviewService reviews;
    private final RatingService ratings;
    private final WayForwardService ways;

    ReviewQuestions(ReviewService reviews, RatingService ratings, WayForwardService ways) {
        this.reviews = reviews;
        this.ratings = ratings;
        this.ways = ways;
    }

    /** When the next review of the case begins; one that was missed begins at once. */
    @MayMove
    public Date nextDate(DelegateExecution execution) {
        return Date.from(reviews.nextDate(new PartnershipId(execution.getProcessBusinessKey())));
    }

    /** Codes of the partners who are asked to rate and to state their impact. */
    public List<String> raters(DelegateExecution execution) {
        return ratings.awaitedRaters(id(execution));
    }

    /** Whether a partner that is asked has not said all it is asked for. */
    public boolean ratersMissing(DelegateExecution execution) {
        return !raters(execution).isEmpty();
    }

    /** Whether this partner has rated already: a review that was broken off asks nobody twice. */
    public boolean rated(DelegateExecution execution, String party) {
        return ratings.hasRated(id(execution), new OrganisationId(party));
    }

    /** Whether there are open actions of others that this partner is to look at. */
    public boolean actionsToVerify(DelegateExecution execution, String party) {
        return !ratings.toVerify(id(execution), new OrganisationId(party)).isEmpty();
    }

    /** Codes of the partners who are asked to decide. */
    public List<String> voters(DelegateExecution execution) {
        return ways.awaitedVoters(id(execution));
    }

    /** Whether a partner that is asked has not decided. */
    public boolean votersMissing(DelegateExecution execution) {
        return !voters(execution).isEmpty();
    }

    /** Whether the votes carried a way forward. */
    public boolean wayCarried(DelegateExecution execution) {
        return reviews.card(id(execution)).way() != null;
    }

    private static UUID id(DelegateExecution execution) {
        return UUID.fromString((String) execution.getVariable(ReviewVariables.REVIEW.name()));
    }
}
