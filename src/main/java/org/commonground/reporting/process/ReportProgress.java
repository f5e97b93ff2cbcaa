package org.commonground.reporting.process;

import java.math.BigDecimal;
import java.util.List;

import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.foundation.Days;
import org.commonground.foundation.OrganisationId;
import org.commonground.partnership.NumberedObjective;
import org.commonground.partnership.PartnershipService;
import org.commonground.period.Period;
import org.commonground.period.PeriodService;
import org.commonground.period.PlanLine;
import org.commonground.reporting.ProgressStanding;
import org.commonground.reporting.Report;
import org.commonground.reporting.ReportService;
import org.commonground.reporting.ResultKind;
import org.springframework.stereotype.Component;

/** What one implementer reached in the period that ends, objective by objective. */
@Component
@For("${commitments.seatGroup(seat)}")
class ReportProgress implements Step<ReportProgress.Shown, ReportProgress.Given> {

    private final ReportService reports;
    private final PeriodService periods;
    private final PartnershipService partnerships;

    ReportProgress(ReportService reports, PeriodService periods, PartnershipService partnerships) {
        this.reports = reports;
        this.periods = periods;
        this.partnerships = partnerships;
    }

    @Override
    public Shown show(StepContext context) {
        OrganisationId party = ReportingVariables.seat(context).organisation();
        Period period = periods.current(context.partnership());
        List<NumberedObjective> objectives = partnerships.card(context.partnership()).objectives();
        return new Shown(period.inWords(), PlanLine.of(periods.plans(period).stream()
                .filter(plan -> plan.organisation().equals(party)).toList(), objectives), period.settlement(),
                periods.isLast(context.partnership(), period) ? Days.inWords(period.ends()) : null,
                objectives.stream().map(Asked::of).toList());
    }

    @Override
    public List<String> mailed(StepContext context) {
        return List.of(periods.current(context.partnership()).inWords() + ".");
    }

    @Override
    public void take(Given given, StepContext context) {
        reports.report(context.partnership(), ReportingVariables.seat(context).organisation(), given.report(), context.person());
    }

    /** @param ends when the term ends; null unless this is the last report */
    record Shown(String period, List<PlanLine> plan, String settlement, String ends, List<Asked> progress) {
    }

    record Asked(int objective, String wording, String indicator, String baseline, String target) {

        static Asked of(NumberedObjective objective) {
            return new Asked(objective.nr(), objective.wording(), objective.indicator(), objective.baseline(), objective.target());
        }
    }

    record Given(List<ProgressRow> progress, String hindered, List<ResultRow> results, List<OfficerRow> officers) {

        Report report() {
            return new Report(progress.stream().map(ProgressRow::line).toList(), hindered,
                    results.stream().map(ResultRow::outcome).toList(), officers.stream().map(OfficerRow::officer).toList());
        }
    }

    record ProgressRow(Integer objective, String measured, ProgressStanding standing) {

        Report.Line line() {
            return new Report.Line(objective, measured, standing);
        }
    }

    record ResultRow(ResultKind kind, String what, BigDecimal amount, String currency) {

        Report.Outcome outcome() {
            return new Report.Outcome(kind, what, amount, currency);
        }
    }

    record OfficerRow(String name, Integer groups, Integer visits) {

        Report.Officer officer() {
            return new Report.Officer(name, groups, visits);
        }
    }
}
