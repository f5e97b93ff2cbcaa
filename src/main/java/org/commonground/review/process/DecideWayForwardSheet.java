package org.commonground.review.process;

import java.util.List;

import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
import org.commonground.review.ReviewReport;
import org.commonground.review.ReviewReports;
import org.springframework.stereotype.Component;

@Component
class DecideWayForwardSheet implements Sheet<DecideWayForwardSheet.Shown> {

    private final ReviewReports reports;

    DecideWayForwardSheet(ReviewReports reports) {
        this.reports = reports;
    }

    @Override
    public Shown read(StepContext context) {
        ReviewReport report = reports.of(ReviewVariables.review(context));
        List<ReviewReport.ActionLine> open = OpenActions.of(report);
        return new Shown("Review " + report.nr(), report.rule(), report.answered(), report.recommendations(), report.findings(), report.findings().isEmpty(),
                List.of(report.talk()), open, open.isEmpty());
    }

    record Shown(String review, String rule, String answered, List<ReviewReport.WayLine> recommendations, List<ReviewReport.FindingLine> findings,
            boolean noFindings, List<ReviewReport.Talk> talk, List<ReviewReport.ActionLine> openActions, boolean noOpenActions) {
    }
}
