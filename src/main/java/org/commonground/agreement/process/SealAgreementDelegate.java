package org.commonground.agreement.process;

import org.commonground.agreement.AgreementService;
import org.commonground.engine.ProcessStep;
import org.commonground.engine.StepContext;
import org.springframework.stereotype.Component;

@Component
class SealAgreementDelegate implements ProcessStep {

    private final AgreementService agreements;

    SealAgreementDelegate(AgreementService agreements) {
        this.agreements = agreements;
    }

    @Override
    public void perform(StepContext context) {
        agreements.seal(AgreementVariables.negotiation(context));
        context.set(AgreementVariables.AGREEMENT_SEALED, true);
    }
}
