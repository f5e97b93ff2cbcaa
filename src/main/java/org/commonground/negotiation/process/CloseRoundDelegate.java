package org.commonground.negotiation.process;

import static org.commonground.negotiation.process.NegotiationVariables.negotiation;

import org.commonground.engine.ProcessStep;
import org.commonground.engine.StepContext;
import org.commonground.negotiation.NegotiationService;
import org.springframework.stereotype.Component;

@Component
class CloseRoundDelegate implements ProcessStep {

    private final NegotiationService negotiations;

    CloseRoundDelegate(NegotiationService negotiations) {
        this.negotiations = negotiations;
    }

    @Override
    public void perform(StepContext context) {
        context.set(NegotiationVariables.TOPICS_AGREED, negotiations.closeRound(negotiation(context)));
    }
}
