package org.commonground.delivery.process;

import java.math.BigDecimal;
import java.util.List;

import org.commonground.delivery.PeriodService;
import org.commonground.delivery.ProgressStanding;
import org.commonground.delivery.Report;
import org.commonground.delivery.ResultKind;
import org.commonground.engine.Answer;
import org.commonground.engine.StepContext;
import org.springframework.stereotype.Component;

@Component
class ReportProgressAnswer implements Answer<ReportProgressAnswer.Given> {

    private final PeriodService periods;

    ReportProgressAnswer(PeriodService periods) {
        this.periods = periods;
    }

    @Override
    public void take(ReportProgressAnswer.Given given, StepContext context) {
        periods.report(context.partnership(), context.party(), given.report(), context.person());
    }

    record Given(List<ProgressRow> progress, String hindered, List<ResultRow> results, List<OfficerRow> officers) {

        Report report() {
            return new Report(progress.stream().map(ProgressRow::line).toList(), hindered, results.stream().map(ResultRow::outcome).toList(),
                    officers.stream().map(OfficerRow::officer).toList());
        }
    }

    record ProgressRow(Integer objective, String measured, String standing) {

        Report.Line line() {
            return new Report.Line(objective, measured, ProgressStanding.of(standing));
        }
    }

    record ResultRow(String kind, String what, BigDecimal amount, String currency) {

        Report.Outcome outcome() {
            return new Report.Outcome(ResultKind.of(kind), what, amount, currency);
        }
    }

    record OfficerRow(String name, Integer groups, Integer visits) {

        Report.Officer officer() {
            return new Report.Officer(name, groups, visits);
        }
    }
}
