package org.commonground.delivery.process;

import org.commonground.delivery.PeriodService;
import org.commonground.engine.Answer;
import org.commonground.engine.StepContext;
import org.springframework.stereotype.Component;

@Component
class SettlePlansAnswer implements Answer<SettlePlansAnswer.Given> {

    private final PeriodService periods;

    SettlePlansAnswer(PeriodService periods) {
        this.periods = periods;
    }

    @Override
    public void take(SettlePlansAnswer.Given given, StepContext context) {
        periods.settle(context.partnership(), given.settlement(), context.person());
    }

    record Given(String settlement) {
    }
}
