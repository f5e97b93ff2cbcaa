package org.commonground.selection.process;

import org.commonground.engine.Answer;
import org.commonground.engine.StepContext;
import org.commonground.selection.CommonGround;
import org.commonground.selection.SelectionService;
import org.springframework.stereotype.Component;

@Component
class FindCommonGroundAnswer implements Answer<FindCommonGroundAnswer.Given> {

    private final SelectionService selections;

    FindCommonGroundAnswer(SelectionService selections) {
        this.selections = selections;
    }

    @Override
    public void take(Given given, StepContext context) {
        selections.findCommonGround(context.partnership(), new CommonGround(given.shared(), given.clashes(), given.bridges()), context.person());
    }

    record Given(String shared, String clashes, String bridges) {
    }
}
