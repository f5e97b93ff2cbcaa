package org.commonground.delivery.process;

import java.util.List;

import org.commonground.delivery.Period;
import org.commonground.delivery.PeriodService;
import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
import org.commonground.partnership.PartnershipService;
import org.springframework.stereotype.Component;

@Component
class SettlePlansSheet implements Sheet<SettlePlansSheet.Shown> {

    private final PeriodService periods;
    private final PartnershipService partnerships;

    SettlePlansSheet(PeriodService periods, PartnershipService partnerships) {
        this.periods = periods;
        this.partnerships = partnerships;
    }

    @Override
    public SettlePlansSheet.Shown read(StepContext context) {
        Period period = periods.current(context.partnership());
        return new Shown(period.inWords(), periods.findings(period).stream().map(finding -> new Row(finding.kind().label(), finding.words())).toList(),
                ShownPlan.of(periods.plans(period), partnerships.card(context.partnership()).objectives()));
    }

    record Row(String kind, String words) {
    }

    record Shown(String period, List<Row> findings, List<ShownPlan> plans) {
    }
}
