package org.commonground.agreement.process;

import org.commonground.agreement.AgreementService;
import org.commonground.engine.ProcessStep;
import org.commonground.engine.StepContext;
import org.springframework.stereotype.Component;

@Component
class OpenSigningDelegate implements ProcessStep {

    private final AgreementService agreements;

    OpenSigningDelegate(AgreementService agreements) {
        this.agreements = agreements;
    }

    @Override
    public void perform(StepContext context) {
        agreements.openSigning(AgreementVariables.negotiation(context));
    }
}
