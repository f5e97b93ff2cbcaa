package org.commonground.agreement.process;

import org.commonground.agreement.AgreementService;
import org.commonground.engine.ProcessStep;
import org.commonground.engine.StepContext;
import org.springframework.stereotype.Component;

@Component
class ReopenDeclinedTopicsDelegate implements ProcessStep {

    private final AgreementService agreements;

    ReopenDeclinedTopicsDelegate(AgreementService agreements) {
        this.agreements = agreements;
    }

    @Override
    public void perform(StepContext context) {
        agreements.reopenDeclined(AgreementVariables.negotiation(context));
        context.set(AgreementVariables.TOPICS_REOPENED, true);
    }
}
