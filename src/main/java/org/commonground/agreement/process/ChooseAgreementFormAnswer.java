package org.commonground.agreement.process;

import java.util.List;

import org.commonground.agreement.AgreementForm;
import org.commonground.agreement.AgreementService;
import org.commonground.engine.Answer;
import org.commonground.engine.StepContext;
import org.springframework.stereotype.Component;

@Component
class ChooseAgreementFormAnswer implements Answer<ChooseAgreementFormAnswer.Given> {

    private final AgreementService agreements;

    ChooseAgreementFormAnswer(AgreementService agreements) {
        this.agreements = agreements;
    }

    @Override
    public void take(Given given, StepContext context) {
        Rule rule = given.rows().get(0);
        agreements.chooseForm(AgreementVariables.negotiation(context), AgreementForm.of(rule.form()), rule.reason());
    }

    record Given(List<Rule> rows) {
    }

    record Rule(String form, String reason) {
    }
}
