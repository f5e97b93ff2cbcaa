package org.commonground.selection.process;

import java.util.Arrays;
import java.util.List;

import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
import org.commonground.selection.Candidate;
import org.commonground.selection.Dimension;
import org.commonground.selection.Rating;
import org.commonground.selection.SelectionService;
import org.springframework.stereotype.Component;

@Component
class JudgePartnerFitSheet implements Sheet<JudgePartnerFitSheet.Shown> {

    private final SelectionService selections;

    JudgePartnerFitSheet(SelectionService selections) {
        this.selections = selections;
    }

    @Override
    public Shown read(StepContext context) {
        Candidate candidate = selections.candidate(context.partnership(), context.party());
        return new Shown(candidate.name(), candidate.askedInWords(), candidate.fit().reason(), candidate.assessment().weak(),
                Arrays.stream(Dimension.values()).map(dimension -> row(candidate, dimension)).toList());
    }

    private static Row row(Candidate candidate, Dimension dimension) {
        Rating rating = candidate.assessment().on(dimension);
        return new Row(dimension.label(), candidate.profile().on(dimension).rating(), rating.rating(), rating.note());
    }

    record Row(String dimension, int own, int rating, String note) {
    }

    record Shown(String organisation, String roles, String reason, String weak, List<Row> ratings) {
    }
}
