package org.commonground.review.process;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.commonground.engine.Choice;
import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
import org.commonground.review.Finding;
import org.commonground.review.ReviewReport;
import org.commonground.review.ReviewReports;
import org.commonground.review.ReviewService;
import org.springframework.stereotype.Component;

@Component
class DiscussDifferencesSheet implements Sheet<DiscussDifferencesSheet.Shown> {

    private static final Choice ELSE = new Choice("Something else", "Something else");

    private final ReviewService reviews;
    private final ReviewReports reports;
    private final ReviewMembers members;

    DiscussDifferencesSheet(ReviewService reviews, ReviewReports reports, ReviewMembers members) {
        this.reviews = reviews;
        this.reports = reports;
        this.members = members;
    }

    @Override
    public Shown read(StepContext context) {
        UUID review = ReviewVariables.review(context);
        ReviewReport report = reports.of(review);
        List<ReviewReport.ActionLine> open = OpenActions.of(report);
        List<Choice> topics = Stream.concat(reviews.questions(review).stream().map(question -> new Choice(question.label(), question.label())),
                Stream.of(ELSE)).toList();
        List<Map<String, String>> called = reviews.findings(review).stream().filter(Finding::callsForAction)
                .map(finding -> Map.of("about", finding.question().label())).toList();
        return new Shown("Review " + report.nr(), report.answered(), reports.picture(review), report.findings(), report.impacts(), report.remarks(),
                report.remarks().isEmpty(), report.work(), open, open.isEmpty(), members.of(context.partnership()),
                members.partners(context.partnership()), topics, called);
    }

    /** @param actions one row for each question that calls for an action, to be filled in */
    record Shown(String review, String answered, String radar, List<ReviewReport.FindingLine> findings, List<ReviewReport.ImpactLine> impacts,
            List<ReviewReport.RemarkLine> remarks, boolean nothingOpenly, List<ReviewReport.WorkLine> work, List<ReviewReport.ActionLine> openActions,
            boolean noOpenActions, List<Choice> members, List<Choice> verifiers, List<Choice> topics, List<Map<String, String>> actions) {
    }
}
