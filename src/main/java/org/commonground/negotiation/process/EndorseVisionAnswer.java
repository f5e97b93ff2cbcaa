package org.commonground.negotiation.process;

import static org.commonground.negotiation.process.NegotiationVariables.negotiation;

import org.commonground.engine.Answer;
import org.commonground.engine.StepContext;
import org.commonground.negotiation.NegotiationId;
import org.commonground.negotiation.NegotiationService;
import org.springframework.stereotype.Component;

@Component
class EndorseVisionAnswer implements Answer<EndorseVisionAnswer.Given> {

    private final NegotiationService negotiations;

    EndorseVisionAnswer(NegotiationService negotiations) {
        this.negotiations = negotiations;
    }

    @Override
    public void take(Given given, StepContext context) {
        NegotiationId id = negotiation(context);
        switch (given.answer()) {
            case "endorse" -> negotiations.endorse(id, context.party(), given.seen(), context.person());
            case "change" -> negotiations.askForChange(id, context.party(), given.seen(), given.wish(), context.person());
            default -> negotiations.leave(id, context.party(), given.leaveReason(), context.person());
        }
    }

    record Given(Integer seen, String answer, String wish, String leaveReason) {
    }
}
