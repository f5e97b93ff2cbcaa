package org.commonground.closure.process;

import org.commonground.closure.ClosingReports;
import org.commonground.engine.ProcessStep;
import org.commonground.engine.StepContext;
import org.springframework.stereotype.Component;

@Component
class WriteClosingReportDelegate implements ProcessStep {

    private final ClosingReports reports;

    WriteClosingReportDelegate(ClosingReports reports) {
        this.reports = reports;
    }

    @Override
    public void perform(StepContext context) {
        reports.write(context.partnership());
    }
}
