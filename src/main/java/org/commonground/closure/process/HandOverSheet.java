package org.commonground.closure.process;

import java.util.List;

import org.commonground.closure.ClosingReport;
import org.commonground.closure.ClosingReports;
import org.commonground.closure.ClosureService;
import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
import org.springframework.stereotype.Component;

@Component
class HandOverSheet implements Sheet<HandOverSheet.Shown> {

    private final ClosingReports reports;
    private final ClosureService closures;

    HandOverSheet(ClosingReports reports, ClosureService closures) {
        this.reports = reports;
        this.closures = closures;
    }

    @Override
    public Shown read(StepContext context) {
        List<ClosingReport.TransferLine> recorded = reports.transfers(context.partnership());
        return new Shown(recorded, recorded.isEmpty(), closures.card(context.partnership()).nothingToHand());
    }

    /**
     * @param nothingRecorded hides the table of what was said before
     * @param nothing         as said before, so that it is not lost
     */
    record Shown(List<ClosingReport.TransferLine> recorded, boolean nothingRecorded, String nothing) {
    }
}
