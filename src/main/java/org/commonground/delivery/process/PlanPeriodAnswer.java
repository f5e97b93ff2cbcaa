package org.commonground.delivery.process;

import java.time.LocalDate;
import java.util.List;

import org.commonground.delivery.PeriodService;
import org.commonground.delivery.PlanItem;
import org.commonground.engine.Answer;
import org.commonground.engine.StepContext;
import org.springframework.stereotype.Component;

@Component
class PlanPeriodAnswer implements Answer<PlanPeriodAnswer.Given> {

    private final PeriodService periods;

    PlanPeriodAnswer(PeriodService periods) {
        this.periods = periods;
    }

    @Override
    public void take(PlanPeriodAnswer.Given given, StepContext context) {
        periods.plan(context.partnership(), context.party(), given.items().stream().map(Row::item).toList(), given.remark(), context.person());
    }

    record Given(List<Row> items, String remark) {
    }

    record Row(String what, String area, LocalDate from, LocalDate to, String objective) {

        PlanItem item() {
            return new PlanItem(what, PlanPeriodSheet.EVERYWHERE.equals(area) ? null : area, from, to, Integer.parseInt(objective));
        }
    }
}
