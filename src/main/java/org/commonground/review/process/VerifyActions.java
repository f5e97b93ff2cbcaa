package org.commonground.review.process;

import java.util.List;
import java.util.UUID;

import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.foundation.Days;
import org.commonground.partnership.Action;
import org.commonground.partnership.ActionCheck;
import org.commonground.review.RatingService;
import org.commonground.review.ReviewService;
import org.springframework.stereotype.Component;

/** What one partner sees of the open actions of others. */
@Component
@For("${organisations.group(party)}")
class VerifyActions implements Step<VerifyActions.Shown, VerifyActions.Given> {

    private final ReviewService reviews;
    private final RatingService ratings;

    VerifyActions(ReviewService reviews, RatingService ratings) {
        this.reviews = reviews;
        this.ratings = ratings;
    }

    @Override
    public Shown show(StepContext context) {
        UUID review = ReviewVariables.review(context);
        return new Shown(reviews.card(review).title(), ratings.toVerify(review, context.party()).stream().map(Open::of).toList());
    }

    @Override
    public void take(Given given, StepContext context) {
        ratings.verify(ReviewVariables.review(context), context.party(), given.checks().stream().map(Seen::check).toList(),
                context.person());
    }

    record Shown(String review, List<Open> checks) {
    }

    record Open(int nr, String what, String owner, String due, String about, String lastWords) {

        static Open of(Action action) {
            return new Open(action.nr(), action.what(), action.ownerName(), Days.inWords(action.due()), action.about(), action.lastWords());
        }
    }

    record Given(List<Seen> checks) {
    }

    record Seen(int nr, String done, String words) {

        ActionCheck check() {
            return new ActionCheck(nr, done.equals("yes"), words);
        }
    }
}
