package org.commonground.agreement.process;

import org.commonground.agreement.AgreementService;
import org.commonground.engine.Answer;
import org.commonground.engine.StepContext;
import org.commonground.negotiation.NegotiationId;
import org.springframework.stereotype.Component;

@Component
class DecideOnMissingSignaturesAnswer implements Answer<DecideOnMissingSignaturesAnswer.Given> {

    private final AgreementService agreements;

    DecideOnMissingSignaturesAnswer(AgreementService agreements) {
        this.agreements = agreements;
    }

    @Override
    public void take(Given given, StepContext context) {
        NegotiationId negotiation = AgreementVariables.negotiation(context);
        switch (given.decision()) {
            case "goOn" -> agreements.goOnWithoutMissing(negotiation, given.reason(), context.person());
            case "stop" -> agreements.stop(negotiation, given.reason(), context.person());
            default -> {
                // They get more time: whoever has not signed is asked again.
            }
        }
        context.set(AgreementVariables.TIME_EXTENDED, given.decision().equals("extend"));
        context.set(AgreementVariables.SIGNING_GIVEN_UP, given.decision().equals("stop"));
    }

    record Given(String decision, String reason) {
    }
}
