package org.commonground.review.process;

import java.util.UUID;

import org.commonground.engine.ProcessStep;
import org.commonground.engine.StepContext;
import org.commonground.review.ReviewReports;
import org.commonground.review.ReviewService;
import org.springframework.stereotype.Component;

@Component
class WriteReviewReportDelegate implements ProcessStep {

    private final ReviewReports reports;
    private final ReviewService reviews;

    WriteReviewReportDelegate(ReviewReports reports, ReviewService reviews) {
        this.reports = reports;
        this.reviews = reviews;
    }

    @Override
    public void perform(StepContext context) {
        UUID review = ReviewVariables.review(context);
        reports.write(review);
        context.set(ReviewVariables.WAY_FORWARD, reviews.card(review).way().key());
    }
}
