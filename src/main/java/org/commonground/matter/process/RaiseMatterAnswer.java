package org.commonground.matter.process;

import org.commonground.engine.Answer;
import org.commonground.engine.StepContext;
import org.commonground.matter.MatterService;
import org.springframework.stereotype.Component;

/** A start form can load nothing, so it asks nothing: what is raised is said in the step that follows. */
@Component
class RaiseMatterAnswer implements Answer<RaiseMatterAnswer.Given> {

    private final MatterService matters;

    RaiseMatterAnswer(MatterService matters) {
        this.matters = matters;
    }

    @Override
    public void take(Given given, StepContext context) {
        matters.expectRaisableBy(context.person());
    }

    record Given() {
    }
}
