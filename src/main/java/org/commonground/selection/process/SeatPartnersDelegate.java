package org.commonground.selection.process;

import org.commonground.engine.ProcessStep;
import org.commonground.engine.StepContext;
import org.commonground.selection.SelectionService;
import org.springframework.stereotype.Component;

@Component
class SeatPartnersDelegate implements ProcessStep {

    private final SelectionService selections;

    SeatPartnersDelegate(SelectionService selections) {
        this.selections = selections;
    }

    @Override
    public void perform(StepContext context) {
        selections.seatPartners(context.partnership());
    }
}
