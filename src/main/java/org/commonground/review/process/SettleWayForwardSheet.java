package org.commonground.review.process;

import java.util.List;
import java.util.UUID;

import org.commonground.engine.Choice;
import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
import org.commonground.review.ReviewReport;
import org.commonground.review.ReviewReports;
import org.commonground.review.ReviewService;
import org.springframework.stereotype.Component;

@Component
class SettleWayForwardSheet implements Sheet<SettleWayForwardSheet.Shown> {

    private final ReviewReports reports;
    private final ReviewService reviews;
    private final ReviewMembers members;

    SettleWayForwardSheet(ReviewReports reports, ReviewService reviews, ReviewMembers members) {
        this.reports = reports;
        this.reviews = reviews;
        this.members = members;
    }

    @Override
    public Shown read(StepContext context) {
        UUID review = ReviewVariables.review(context);
        ReviewReport report = reports.of(review);
        return new Shown("Review " + report.nr(), report.rule(), reviews.neededToStop(review),
                "%d of %d partners voted.".formatted(report.votes().size(), reviews.card(review).partners()), report.votes(), report.votes().isEmpty(),
                report.recommendations(), members.of(context.partnership()));
    }

    record Shown(String review, String rule, int needed, String votesCast, List<ReviewReport.VoteLine> votes, boolean noVotes,
            List<ReviewReport.WayLine> recommendations, List<Choice> members) {
    }
}
