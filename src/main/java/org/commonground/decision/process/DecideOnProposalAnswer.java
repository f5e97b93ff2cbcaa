package org.commonground.decision.process;

import org.commonground.decision.DecisionService;
import org.commonground.decision.Voice;
import org.commonground.engine.Answer;
import org.commonground.engine.StepContext;
import org.springframework.stereotype.Component;

@Component
class DecideOnProposalAnswer implements Answer<DecideOnProposalAnswer.Given> {

    private final DecisionService decisions;

    DecideOnProposalAnswer(DecisionService decisions) {
        this.decisions = decisions;
    }

    @Override
    public void take(Given given, StepContext context) {
        decisions.decide(DecisionVariables.matter(context), context.party(), Voice.of(given.voice()), given.words(), context.person());
    }

    record Given(String voice, String words) {
    }
}
