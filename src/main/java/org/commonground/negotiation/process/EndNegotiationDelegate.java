package org.commonground.negotiation.process;

import static org.commonground.negotiation.process.NegotiationVariables.negotiation;

import org.commonground.engine.ProcessStep;
import org.commonground.engine.StepContext;
import org.commonground.negotiation.NegotiationService;
import org.springframework.stereotype.Component;

@Component
class EndNegotiationDelegate implements ProcessStep {

    private final NegotiationService negotiations;

    EndNegotiationDelegate(NegotiationService negotiations) {
        this.negotiations = negotiations;
    }

    @Override
    public void perform(StepContext context) {
        negotiations.end(negotiation(context));
    }
}
