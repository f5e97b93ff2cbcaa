package org.commonground.closure.process;

import java.util.List;

import org.commonground.closure.ClosingReport;
import org.commonground.closure.ClosingReports;
import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
import org.springframework.stereotype.Component;

@Component
class HandOverSheet implements Sheet<HandOverSheet.Shown> {

    private final ClosingReports reports;

    HandOverSheet(ClosingReports reports) {
        this.reports = reports;
    }

    @Override
    public Shown read(StepContext context) {
        List<ClosingReport.TransferLine> recorded = reports.transfers(context.partnership());
        return new Shown(recorded, recorded.isEmpty());
    }

    /** @param nothingRecorded hides the table of what was said before */
    record Shown(List<ClosingReport.TransferLine> recorded, boolean nothingRecorded) {
    }
}
