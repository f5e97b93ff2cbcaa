package org.commonground.selection.process;

import org.commonground.engine.ProcessStep;
import org.commonground.engine.StepContext;
import org.commonground.selection.Purpose;
import org.commonground.selection.SelectionService;
import org.springframework.stereotype.Component;

@Component
class NominateConvenersDelegate implements ProcessStep {

    private final SelectionService selections;

    NominateConvenersDelegate(SelectionService selections) {
        this.selections = selections;
    }

    @Override
    public void perform(StepContext context) {
        selections.nominateConveners(context.partnership(), Purpose.FOUNDING);
    }
}
