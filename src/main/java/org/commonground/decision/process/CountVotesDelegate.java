package org.commonground.decision.process;

import org.commonground.decision.DecisionService;
import org.commonground.engine.ProcessStep;
import org.commonground.engine.StepContext;
import org.springframework.stereotype.Component;

@Component
class CountVotesDelegate implements ProcessStep {

    private final DecisionService decisions;

    CountVotesDelegate(DecisionService decisions) {
        this.decisions = decisions;
    }

    @Override
    public void perform(StepContext context) {
        context.set(DecisionVariables.PROPOSAL_ACCEPTED, decisions.count(DecisionVariables.matter(context)).accepted());
    }
}
