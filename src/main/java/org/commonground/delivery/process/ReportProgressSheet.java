package org.commonground.delivery.process;

import java.util.List;
import java.util.stream.IntStream;

import org.commonground.delivery.Period;
import org.commonground.delivery.PeriodService;
import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
import org.commonground.foundation.Days;
import org.commonground.partnership.Objective;
import org.commonground.partnership.PartnershipService;
import org.springframework.stereotype.Component;

@Component
class ReportProgressSheet implements Sheet<ReportProgressSheet.Shown> {

    private final PeriodService periods;
    private final PartnershipService partnerships;

    ReportProgressSheet(PeriodService periods, PartnershipService partnerships) {
        this.periods = periods;
        this.partnerships = partnerships;
    }

    @Override
    public ReportProgressSheet.Shown read(StepContext context) {
        Period period = periods.current(context.partnership());
        List<Objective> objectives = partnerships.card(context.partnership()).objectives();
        return new Shown(period.inWords(), ShownPlan.of(periods.plans(period).stream()
                .filter(plan -> plan.organisation().equals(context.party())).toList(), objectives), period.settlement(),
                periods.isLast(context.partnership(), period) ? Days.inWords(period.ends()) : null,
                IntStream.rangeClosed(1, objectives.size()).mapToObj(nr -> Row.of(nr, objectives.get(nr - 1))).toList());
    }

    record Row(int objective, String wording, String indicator, String baseline, String target) {

        static Row of(int nr, Objective objective) {
            return new Row(nr, objective.wording(), objective.indicator(), objective.baseline(), objective.target());
        }
    }

    /** @param ends when the term ends; null unless this is the last report */
    record Shown(String period, List<ShownPlan> plan, String settlement, String ends, List<Row> progress) {
    }
}
