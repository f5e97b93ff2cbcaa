package org.commonground.negotiation.process;

import static org.commonground.negotiation.process.NegotiationVariables.negotiation;

import java.time.LocalDate;

import org.commonground.engine.Answer;
import org.commonground.engine.StepContext;
import org.commonground.negotiation.Mediation;
import org.commonground.negotiation.NegotiationService;
import org.springframework.stereotype.Component;

@Component
class HoldMediationAnswer implements Answer<HoldMediationAnswer.Given> {

    private final NegotiationService negotiations;

    HoldMediationAnswer(NegotiationService negotiations) {
        this.negotiations = negotiations;
    }

    @Override
    public void take(Given given, StepContext context) {
        if (given.held().equals("no")) {
            return;
        }
        negotiations.holdMediation(negotiation(context), new Mediation(given.mediator(), given.heldOn(), given.minutes(), given.outcome(),
                given.settled().equals("yes")), context.person());
    }

    record Given(String held, String mediator, LocalDate heldOn, String minutes, String outcome, String settled) {
    }
}
