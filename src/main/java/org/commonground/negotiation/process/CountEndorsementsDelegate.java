package org.commonground.negotiation.process;

import static org.commonground.negotiation.process.NegotiationVariables.negotiation;

import org.commonground.engine.ProcessStep;
import org.commonground.engine.StepContext;
import org.commonground.negotiation.NegotiationService;
import org.springframework.stereotype.Component;

@Component
class CountEndorsementsDelegate implements ProcessStep {

    private final NegotiationService negotiations;

    CountEndorsementsDelegate(NegotiationService negotiations) {
        this.negotiations = negotiations;
    }

    @Override
    public void perform(StepContext context) {
        negotiations.countEndorsements(negotiation(context));
    }
}
