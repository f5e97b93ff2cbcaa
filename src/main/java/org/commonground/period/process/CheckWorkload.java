package org.commonground.period.process;

import java.util.List;

import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.engine.Takes;
import org.commonground.period.OfficerLoad;
import org.commonground.period.PeriodService;
import org.commonground.period.Report;
import org.springframework.stereotype.Component;

/** Whether the officers of one implementer can look after their groups, as its report says. */
@Component
@Takes("workload")
class CheckWorkload implements Step<CheckWorkload.Shown, CheckWorkload.Given> {

    private final PeriodService periods;

    CheckWorkload(PeriodService periods) {
        this.periods = periods;
    }

    @Override
    public Shown show(StepContext context) {
        Report report = periods.officers(context.partnership(), context.party());
        return new Shown(report.mostGroups(), report.groupsWithoutVisit());
    }

    @Override
    public void take(Given given, StepContext context) {
        Row rule = given.rows().get(0);
        periods.judgeOfficers(context.partnership(), context.party(), rule.load(), rule.reason());
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
