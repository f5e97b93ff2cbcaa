package org.commonground.review.process;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
import org.commonground.partnership.Objective;
import org.commonground.partnership.PartnershipService;
import org.commonground.review.ReviewService;
import org.commonground.selection.Dimension;
import org.commonground.selection.SelectionService;
import org.springframework.stereotype.Component;

@Component
class StateImpactSheet implements Sheet<StateImpactSheet.Shown> {

    private final ReviewService reviews;
    private final SelectionService selections;
    private final PartnershipService partnerships;

    StateImpactSheet(ReviewService reviews, SelectionService selections, PartnershipService partnerships) {
        this.reviews = reviews;
        this.selections = selections;
        this.partnerships = partnerships;
    }

    @Override
    public Shown read(StepContext context) {
        UUID review = ReviewVariables.review(context);
        List<Expected> expected = selections.profile(context.partnership(), context.party())
                .map(profile -> List.of(new Expected("Of the partnership", profile.on(Dimension.EXPECTATIONS).words()),
                        new Expected("Of the other partners", profile.expectsOfOthers())))
                .orElse(List.of());
        List<Row> rows = new ArrayList<>();
        for (Objective objective : partnerships.card(context.partnership()).objectives()) {
            rows.add(new Row(rows.size() + 1, objective.wording(), objective.indicator(), objective.baseline(), objective.target(), null, null));
        }
        return new Shown(reviews.card(review).title(), expected, expected.isEmpty(), rows);
    }

    record Expected(String of, String words) {
    }

    record Row(int objective, String wording, String indicator, String baseline, String target, Integer rating, String words) {
    }

    record Shown(String review, List<Expected> expected, boolean nothingExpected, List<Row> objectives) {
    }
}
