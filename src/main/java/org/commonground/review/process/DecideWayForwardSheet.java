package org.commonground.review.process;

import java.util.List;
import java.util.UUID;

import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
import org.commonground.review.ReviewReport;
import org.commonground.review.ReviewReports;
import org.commonground.review.ReviewService;
import org.springframework.stereotype.Component;

@Component
class DecideWayForwardSheet implements Sheet<DecideWayForwardSheet.Shown> {

    private final ReviewReports reports;
    private final ReviewService reviews;

    DecideWayForwardSheet(ReviewReports reports, ReviewService reviews) {
        this.reports = reports;
        this.reviews = reviews;
    }

    @Override
    public Shown read(StepContext context) {
        UUID review = ReviewVariables.review(context);
        ReviewReport report = reports.of(review);
        List<ReviewReport.ActionLine> open = OpenActions.of(report);
        return new Shown("Review " + report.nr(), report.rule(), reviews.carriedWhen(review), report.answered(), report.recommendations(),
                report.findings(), report.findings().isEmpty(), List.of(report.talk()), open, open.isEmpty());
    }

    record Shown(String review, String rule, String carriedWhen, String answered, List<ReviewReport.WayLine> recommendations,
            List<ReviewReport.FindingLine> findings,
            boolean noFindings, List<ReviewReport.Talk> talk, List<ReviewReport.ActionLine> openActions, boolean noOpenActions) {
    }
}
