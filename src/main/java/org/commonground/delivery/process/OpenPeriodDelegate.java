package org.commonground.delivery.process;

import org.commonground.delivery.PeriodService;
import org.commonground.engine.ProcessStep;
import org.commonground.engine.StepContext;
import org.springframework.stereotype.Component;

@Component
class OpenPeriodDelegate implements ProcessStep {

    private final PeriodService periods;

    OpenPeriodDelegate(PeriodService periods) {
        this.periods = periods;
    }

    @Override
    public void perform(StepContext context) {
        periods.open(context.partnership());
    }
}
