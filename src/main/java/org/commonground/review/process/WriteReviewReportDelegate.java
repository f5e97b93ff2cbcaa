package org.commonground.review.process;

import org.commonground.engine.ProcessStep;
import org.commonground.engine.StepContext;
import org.commonground.review.ReviewReports;
import org.springframework.stereotype.Component;

@Component
class WriteReviewReportDelegate implements ProcessStep {

    private final ReviewReports reports;

    WriteReviewReportDelegate(ReviewReports reports) {
        this.reports = reports;
    }

    @Override
    public void perform(StepContext context) {
        reports.write(ReviewVariables.review(context));
    }
}
