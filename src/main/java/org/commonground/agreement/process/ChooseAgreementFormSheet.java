package org.commonground.agreement.process;

import org.commonground.agreement.AgreementService;
import org.commonground.agreement.FormQuestion;
import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
import org.springframework.stereotype.Component;

@Component
class ChooseAgreementFormSheet implements Sheet<FormQuestion> {

    private final AgreementService agreements;

    ChooseAgreementFormSheet(AgreementService agreements) {
        this.agreements = agreements;
    }

    @Override
    public FormQuestion read(StepContext context) {
        return agreements.formQuestion(AgreementVariables.negotiation(context));
    }
}
