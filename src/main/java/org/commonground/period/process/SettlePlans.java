package org.commonground.period.process;

import java.util.List;

import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.partnership.PartnershipService;
import org.commonground.period.Period;
import org.commonground.period.PlanLine;
import org.commonground.period.PeriodService;
import org.commonground.work.AlertLine;
import org.commonground.work.Alerts;
import org.springframework.stereotype.Component;

/** What is agreed about clashes and gaps of the plans. */
@Component
@For("coordinator")
class SettlePlans implements Step<SettlePlans.Shown, SettlePlans.Given> {

    private final PeriodService periods;
    private final PartnershipService partnerships;
    private final Alerts alerts;

    SettlePlans(PeriodService periods, PartnershipService partnerships, Alerts alerts) {
        this.periods = periods;
        this.partnerships = partnerships;
        this.alerts = alerts;
    }

    @Override
    public Shown show(StepContext context) {
        Period period = periods.current(context.partnership());
        return new Shown(period.inWords(), periods.findings(period).stream()
                .map(finding -> new Row(finding.kind().label(), finding.words())).toList(),
                PlanLine.of(periods.plans(period), partnerships.card(context.partnership()).objectives()),
                alerts.open(context.partnership()));
    }

    @Override
    public void take(Given given, StepContext context) {
        periods.settle(context.partnership(), given.settlement(), context.person());
    }

    record Shown(String period, List<Row> findings, List<PlanLine> plans, List<AlertLine> attention) {
    }

    record Row(String kind, String words) {
    }

    record Given(String settlement) {
    }
}
