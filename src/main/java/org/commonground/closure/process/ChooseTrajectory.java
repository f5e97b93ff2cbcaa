package org.commonground.closure.process;

import java.util.List;

import org.commonground.closure.ClosingListService;
import org.commonground.closure.ClosingReport;
import org.commonground.closure.ClosingReports;
import org.commonground.closure.ClosureService;
import org.commonground.closure.Trajectory;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.springframework.stereotype.Component;

/** Which way the partnership takes, and why. */
@Component
@For("coordinator")
class ChooseTrajectory implements Step<ChooseTrajectory.Shown, ChooseTrajectory.Given> {

    private final ClosureService closures;
    private final ClosingListService closingList;
    private final ClosingReports reports;

    ChooseTrajectory(ClosureService closures, ClosingListService closingList, ClosingReports reports) {
        this.closures = closures;
        this.closingList = closingList;
        this.reports = reports;
    }

    @Override
    public Shown show(StepContext context) {
        List<Row> open = closingList.blocking(context.partnership()).stream().map(Row::new).toList();
        return new Shown(reports.objectives(context.partnership()), open, open.isEmpty());
    }

    @Override
    public void take(Given given, StepContext context) {
        closures.chooseTrajectory(context.partnership(), given.trajectory(), given.reason(), context.person());
    }

    /** @param nothingOpen hides the table of what is */
    record Shown(List<ClosingReport.ObjectiveLine> objectives, List<Row> open, boolean nothingOpen) {
    }

    record Row(String what) {
    }

    record Given(Trajectory trajectory, String reason) {
    }
}
