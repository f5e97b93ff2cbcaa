package org.commonground.selection.process;

import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
import org.commonground.selection.Assessment;
import org.commonground.selection.Candidate;
import org.commonground.selection.Dimension;
import org.commonground.selection.SelectionService;
import org.springframework.stereotype.Component;

@Component
class RatePartnerFitSheet implements Sheet<RatePartnerFitSheet.Shown> {

    private final SelectionService selections;

    RatePartnerFitSheet(SelectionService selections) {
        this.selections = selections;
    }

    @Override
    public Shown read(StepContext context) {
        Candidate candidate = selections.candidate(context.partnership(), context.party());
        Assessment assessment = candidate.assessment();
        return new Shown(assessment.on(Dimension.MANDATE).rating(),
                assessment.on(Dimension.ROLE).rating(),
                assessment.on(Dimension.INTERESTS).rating(),
                assessment.on(Dimension.APPROACH).rating(),
                assessment.on(Dimension.MOTIVATION).rating(),
                assessment.on(Dimension.EXPECTATIONS).rating(),
                assessment.on(Dimension.EXISTING_CAPACITY).rating(),
                candidate.profile().convenersFit());
    }

    /** @param convenersFit null where the candidate saw no convener's profile */
    record Shown(int mandate, int role, int interests, int approach, int motivation, int expectations, int existingCapacity, Integer convenersFit) {
    }
}
