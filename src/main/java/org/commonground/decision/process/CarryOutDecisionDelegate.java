package org.commonground.decision.process;

import org.commonground.decision.DecisionService;
import org.commonground.engine.ProcessStep;
import org.commonground.engine.StepContext;
import org.springframework.stereotype.Component;

@Component
class CarryOutDecisionDelegate implements ProcessStep {

    private final DecisionService decisions;

    CarryOutDecisionDelegate(DecisionService decisions) {
        this.decisions = decisions;
    }

    @Override
    public void perform(StepContext context) {
        decisions.carryOut(DecisionVariables.matter(context));
    }
}
