package org.commonground.negotiation.process;

import static org.commonground.negotiation.process.NegotiationVariables.negotiation;

import org.commonground.engine.Answer;
import org.commonground.engine.StepContext;
import org.commonground.negotiation.NegotiationService;
import org.springframework.stereotype.Component;

@Component
class ShareVisionAnswer implements Answer<ShareVisionAnswer.Given> {

    private final NegotiationService negotiations;

    ShareVisionAnswer(NegotiationService negotiations) {
        this.negotiations = negotiations;
    }

    @Override
    public void take(Given given, StepContext context) {
        negotiations.shareVision(negotiation(context), context.party(), given.vision(), given.hopes(), context.person());
    }

    record Given(String vision, String hopes) {
    }
}
