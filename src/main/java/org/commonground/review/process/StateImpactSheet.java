package org.commonground.review.process;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.commonground.delivery.ObjectiveProgress;
import org.commonground.delivery.PeriodService;
import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
import org.commonground.review.ReviewService;
import org.commonground.selection.Dimension;
import org.commonground.selection.SelectionService;
import org.springframework.stereotype.Component;

@Component
class StateImpactSheet implements Sheet<StateImpactSheet.Shown> {

    private final ReviewService reviews;
    private final SelectionService selections;
    private final PeriodService periods;

    StateImpactSheet(ReviewService reviews, SelectionService selections, PeriodService periods) {
        this.reviews = reviews;
        this.selections = selections;
        this.periods = periods;
    }

    @Override
    public Shown read(StepContext context) {
        UUID review = ReviewVariables.review(context);
        List<Expected> expected = selections.profile(context.partnership(), context.party())
                .map(profile -> List.of(new Expected("Of the partnership", profile.on(Dimension.EXPECTATIONS).words()),
                        new Expected("Of the other partners", profile.expectsOfOthers())))
                .orElse(List.of());
        List<Row> rows = new ArrayList<>();
        for (ObjectiveProgress progress : periods.progress(context.partnership())) {
            rows.add(new Row(progress.nr(), progress.objective().wording(), progress.objective().indicator(), progress.objective().baseline(),
                    progress.objective().target(), progress.inWords(), null, null));
        }
        return new Shown(reviews.card(review).title(), expected, expected.isEmpty(), rows);
    }

    record Expected(String of, String words) {
    }

    record Row(int objective, String wording, String indicator, String baseline, String target, String reported, Integer rating, String words) {
    }

    record Shown(String review, List<Expected> expected, boolean nothingExpected, List<Row> objectives) {
    }
}
