package org.commonground.reporting.process;

import java.util.List;

import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.engine.Takes;
import org.commonground.reporting.OfficerLoad;
import org.commonground.reporting.Report;
import org.commonground.reporting.ReportService;
import org.springframework.stereotype.Component;

/** Whether the officers of one implementer can look after their groups, as its report says. */
@Component
@Takes("workload")
class CheckWorkload implements Step<CheckWorkload.Shown, CheckWorkload.Given> {

    private final ReportService reports;

    CheckWorkload(ReportService reports) {
        this.reports = reports;
    }

    @Override
    public Shown show(StepContext context) {
        Report report = reports.officers(context.partnership(), ReportingVariables.seat(context).organisation());
        return new Shown(report.mostGroups(), report.groupsWithoutVisit());
    }

    @Override
    public void take(Given given, StepContext context) {
        Row rule = given.rows().get(0);
        reports.judgeOfficers(context.partnership(), ReportingVariables.seat(context).organisation(), rule.load(), rule.reason());
    }

    /**
     * @param mostGroups         of one officer
     * @param groupsWithoutVisit of all officers together
     */
    record Shown(int mostGroups, int groupsWithoutVisit) {
    }

    record Given(List<Row> rows) {
    }

    record Row(OfficerLoad load, String reason) {
    }
}
