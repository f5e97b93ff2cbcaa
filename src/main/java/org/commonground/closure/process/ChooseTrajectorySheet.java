package org.commonground.closure.process;

import java.util.List;

import org.commonground.closure.ClosingReport;
import org.commonground.closure.ClosingReports;
import org.commonground.closure.ClosureService;
import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
import org.springframework.stereotype.Component;

@Component
class ChooseTrajectorySheet implements Sheet<ChooseTrajectorySheet.Shown> {

    private final ClosingReports reports;
    private final ClosureService closures;

    ChooseTrajectorySheet(ClosingReports reports, ClosureService closures) {
        this.reports = reports;
        this.closures = closures;
    }

    @Override
    public Shown read(StepContext context) {
        List<Row> open = closures.blocking(context.partnership()).stream().map(Row::new).toList();
        return new Shown(reports.objectives(context.partnership()), open, open.isEmpty());
    }

    record Row(String what) {
    }

    /** @param nothingOpen hides the table of what is */
    record Shown(List<ClosingReport.ObjectiveLine> objectives, List<Row> open, boolean nothingOpen) {
    }
}
