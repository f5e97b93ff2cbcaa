package org.commonground.agreement.process;

import static org.commonground.agreement.process.AgreementVariables.negotiation;

import java.util.List;

import org.commonground.agreement.AgreementForm;
import org.commonground.agreement.DraftingService;
import org.commonground.agreement.FormQuestion;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.engine.Takes;
import org.springframework.stereotype.Component;

/** What kind of document the agreement becomes. */
@Component
@Takes("agreement-form")
class ChooseAgreementForm implements Step<FormQuestion, ChooseAgreementForm.Given> {

    private final DraftingService drafting;

    ChooseAgreementForm(DraftingService drafting) {
        this.drafting = drafting;
    }

    @Override
    public FormQuestion show(StepContext context) {
        return drafting.formQuestion(negotiation(context));
    }

    @Override
    public void take(Given given, StepContext context) {
        Row row = given.rows().get(0);
        drafting.chooseForm(negotiation(context), row.form(), row.reason());
    }

    record Row(AgreementForm form, String reason) {
    }

    record Given(List<Row> rows) {
    }
}
