package org.commonground.selection.process;

import org.commonground.engine.Answer;
import org.commonground.engine.StepContext;
import org.commonground.selection.SelectionService;
import org.springframework.stereotype.Component;

@Component
class DecideOnSilenceAnswer implements Answer<DecideOnSilenceAnswer.Given> {

    private final SelectionService selections;

    DecideOnSilenceAnswer(SelectionService selections) {
        this.selections = selections;
    }

    @Override
    public void take(Given given, StepContext context) {
        boolean wait = given.decision().equals("wait");
        if (!wait) {
            selections.goOnWithout(context.partnership(), context.party(), given.reason());
        }
        context.set(SelectionVariables.WAIT_LONGER, wait);
    }

    record Given(String decision, String reason) {
    }
}
