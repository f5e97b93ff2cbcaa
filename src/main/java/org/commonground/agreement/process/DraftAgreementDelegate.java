package org.commonground.agreement.process;

import org.commonground.agreement.AgreementService;
import org.commonground.engine.ProcessStep;
import org.commonground.engine.StepContext;
import org.springframework.stereotype.Component;

@Component
class DraftAgreementDelegate implements ProcessStep {

    private final AgreementService agreements;

    DraftAgreementDelegate(AgreementService agreements) {
        this.agreements = agreements;
    }

    @Override
    public void perform(StepContext context) {
        agreements.draft(AgreementVariables.negotiation(context));
    }
}
