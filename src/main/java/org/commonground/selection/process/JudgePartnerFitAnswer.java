package org.commonground.selection.process;

import org.commonground.engine.Answer;
import org.commonground.engine.StepContext;
import org.commonground.selection.PartnerFit;
import org.commonground.selection.SelectionService;
import org.springframework.stereotype.Component;

@Component
class JudgePartnerFitAnswer implements Answer<JudgePartnerFitAnswer.Given> {

    private final SelectionService selections;

    JudgePartnerFitAnswer(SelectionService selections) {
        this.selections = selections;
    }

    @Override
    public void take(Given given, StepContext context) {
        selections.judge(context.partnership(), context.party(), PartnerFit.of(given.outcome()), given.judgement(), context.person());
    }

    record Given(String outcome, String judgement) {
    }
}
