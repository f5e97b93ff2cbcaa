package org.commonground.delivery.process;

import org.commonground.delivery.PeriodService;
import org.commonground.delivery.Report;
import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
import org.springframework.stereotype.Component;

@Component
class CheckWorkloadSheet implements Sheet<CheckWorkloadSheet.Shown> {

    private final PeriodService periods;

    CheckWorkloadSheet(PeriodService periods) {
        this.periods = periods;
    }

    @Override
    public CheckWorkloadSheet.Shown read(StepContext context) {
        Report report = periods.officers(context.partnership(), context.party());
        return new Shown(report.mostGroups(), report.groupsWithoutVisit());
    }

    /**
     * @param mostGroups         of one officer
     * @param groupsWithoutVisit of all officers together
     */
    record Shown(int mostGroups, int groupsWithoutVisit) {
    }
}
