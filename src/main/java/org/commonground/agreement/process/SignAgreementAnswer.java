package org.commonground.agreement.process;

import org.commonground.agreement.AgreementService;
import org.commonground.engine.Answer;
import org.commonground.engine.StepContext;
import org.commonground.negotiation.Topic;
import org.springframework.stereotype.Component;

@Component
class SignAgreementAnswer implements Answer<SignAgreementAnswer.Given> {

    private final AgreementService agreements;

    SignAgreementAnswer(AgreementService agreements) {
        this.agreements = agreements;
    }

    @Override
    public void take(Given given, StepContext context) {
        if (given.decision().equals("sign")) {
            agreements.sign(AgreementVariables.negotiation(context), context.party(), given.sha256(), context.person());
        } else {
            agreements.decline(AgreementVariables.negotiation(context), context.party(), given.sha256(), Topic.of(given.topic()), given.reason(),
                    context.person());
        }
    }

    record Given(String sha256, String decision, String topic, String reason) {
    }
}
