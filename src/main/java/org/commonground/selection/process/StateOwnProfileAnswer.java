package org.commonground.selection.process;

import org.commonground.engine.Answer;
import org.commonground.engine.StepContext;
import org.commonground.selection.SelectionService;
import org.springframework.stereotype.Component;

@Component
class StateOwnProfileAnswer implements Answer<StateProfileAnswer.Given> {

    private final SelectionService selections;

    StateOwnProfileAnswer(SelectionService selections) {
        this.selections = selections;
    }

    @Override
    public void take(StateProfileAnswer.Given given, StepContext context) {
        selections.stateProfile(context.partnership(), context.party(), given.profile(), context.person());
    }
}
