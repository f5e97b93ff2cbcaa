package org.commonground.negotiation.process;

import org.commonground.engine.ProcessStep;
import org.commonground.engine.StepContext;
import org.commonground.negotiation.NegotiationService;
import org.springframework.stereotype.Component;

@Component
class OpenNegotiationDelegate implements ProcessStep {

    private final NegotiationService negotiations;

    OpenNegotiationDelegate(NegotiationService negotiations) {
        this.negotiations = negotiations;
    }

    @Override
    public void perform(StepContext context) {

        // A negotiation whose topics were reopened comes back with its name.
        if (context.get(NegotiationVariables.NEGOTIATION) == null) {
            context.set(NegotiationVariables.NEGOTIATION, negotiations.openFounding(context.partnership()).toString());
        }
        context.set(NegotiationVariables.TOPICS_AGREED, false);
    }
}
