package org.commonground.delivery.process;

import java.util.List;

import org.commonground.delivery.OfficerLoad;
import org.commonground.delivery.PeriodService;
import org.commonground.engine.Answer;
import org.commonground.engine.StepContext;
import org.springframework.stereotype.Component;

@Component
class CheckWorkloadAnswer implements Answer<CheckWorkloadAnswer.Given> {

    private final PeriodService periods;

    CheckWorkloadAnswer(PeriodService periods) {
        this.periods = periods;
    }

    @Override
    public void take(CheckWorkloadAnswer.Given given, StepContext context) {
        Rule rule = given.rows().get(0);
        periods.judgeOfficers(context.partnership(), context.party(), OfficerLoad.of(rule.load()), rule.reason());
    }

    record Given(List<Rule> rows) {
    }

    record Rule(String load, String reason) {
    }
}
