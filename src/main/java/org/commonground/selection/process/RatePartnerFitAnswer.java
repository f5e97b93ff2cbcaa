package org.commonground.selection.process;

import java.util.List;

import org.commonground.engine.Answer;
import org.commonground.engine.StepContext;
import org.commonground.selection.PartnerFit;
import org.commonground.selection.SelectionService;
import org.springframework.stereotype.Component;

@Component
class RatePartnerFitAnswer implements Answer<RatePartnerFitAnswer.Given> {

    private final SelectionService selections;

    RatePartnerFitAnswer(SelectionService selections) {
        this.selections = selections;
    }

    @Override
    public void take(Given given, StepContext context) {
        Rule rule = given.rows().get(0);
        PartnerFit outcome = PartnerFit.of(rule.outcome());
        selections.rate(context.partnership(), context.party(), outcome, rule.reason());
        context.set(SelectionVariables.FIT_CLEAR, outcome != PartnerFit.COORDINATOR_DECIDES);
    }

    record Given(List<Rule> rows) {
    }

    record Rule(String outcome, String reason) {
    }
}
