package org.commonground.review.process;

import java.util.List;
import java.util.UUID;

import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
import org.commonground.foundation.Days;
import org.commonground.partnership.Action;
import org.commonground.review.ReviewService;
import org.springframework.stereotype.Component;

@Component
class VerifyActionsSheet implements Sheet<VerifyActionsSheet.Shown> {

    private final ReviewService reviews;

    VerifyActionsSheet(ReviewService reviews) {
        this.reviews = reviews;
    }

    @Override
    public Shown read(StepContext context) {
        UUID review = ReviewVariables.review(context);
        return new Shown(reviews.card(review).title(), reviews.toVerify(review, context.party()).stream().map(Row::of).toList());
    }

    record Row(int nr, String what, String owner, String due, String about, String lastWords) {

        static Row of(Action action) {
            return new Row(action.nr(), action.what(), action.ownerName(), Days.inWords(action.due()), action.about(), action.lastWords());
        }
    }

    record Shown(String review, List<Row> checks) {
    }
}
