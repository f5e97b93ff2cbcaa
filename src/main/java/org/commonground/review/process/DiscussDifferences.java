package org.commonground.review.process;

import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.commonground.engine.Choice;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.foundation.OrganisationId;
import org.commonground.partnership.AgreedAction;
import org.commonground.period.Wishes;
import org.commonground.reporting.ReportService;
import org.commonground.review.Finding;
import org.commonground.review.Question;
import org.commonground.review.ReviewReport;
import org.commonground.review.ReviewReports;
import org.commonground.review.ReviewService;
import org.commonground.review.WayForwardService;
import org.commonground.work.AlertLine;
import org.commonground.work.Alerts;
import org.springframework.stereotype.Component;

/** The talk about what is red or seen differently, and the actions that come of it. */
@Component
@For("coordinator")
class DiscussDifferences implements Step<DiscussDifferences.Shown, DiscussDifferences.Given> {

    private static final String ELSE = "Something else";

    private final ReviewService reviews;
    private final WayForwardService ways;
    private final ReviewReports reports;
    private final ReviewMembers members;
    private final ReportService reported;
    private final Alerts alerts;

    DiscussDifferences(ReviewService reviews, WayForwardService ways, ReviewReports reports, ReviewMembers members,
            ReportService reported, Alerts alerts) {
        this.reviews = reviews;
        this.ways = ways;
        this.reports = reports;
        this.members = members;
        this.reported = reported;
        this.alerts = alerts;
    }

    @Override
    public Shown show(StepContext context) {
        UUID review = ReviewVariables.review(context);
        ReviewReport report = reports.of(review);
        List<ReviewReport.ActionLine> open = report.openActions();
        List<Choice> topics = Stream.concat(reviews.questions(review).stream().map(Question::label), Stream.of(ELSE))
                .map(about -> new Choice(about, about)).toList();
        List<Called> called = reviews.findings(review).stream().filter(Finding::callsForAction)
                .map(finding -> new Called(finding.question().label())).toList();
        return new Shown("Review " + report.nr(), report.answered(), reports.picture(review), report.findings(), report.impacts(),
                report.remarks(), report.remarks().isEmpty(), report.work(), reported.wishes(context.partnership()),
                alerts.open(context.partnership()), open, open.isEmpty(), members.staying(context.partnership()),
                members.partners(context.partnership()), topics, called);
    }

    @Override
    public void take(Given given, StepContext context) {
        if (given.held() == Held.no) {
            ways.goOnWithoutTalk(ReviewVariables.review(context));
            return;
        }
        ways.discuss(ReviewVariables.review(context), given.heldOn(), given.present().stream().map(OrganisationId::new).collect(toSet()),
                given.minutes(), given.actions().stream().map(Row::action).toList(), context.person());
    }

    /** @param actions one row for each question that calls for an action, to be filled in */
    record Shown(String review, String answered, String radar, List<ReviewReport.FindingLine> findings,
            List<ReviewReport.ImpactLine> impacts, List<ReviewReport.RemarkLine> remarks, boolean nothingOpenly,
            List<ReviewReport.WorkLine> work, List<Wishes.Wish> wishes, List<AlertLine> attention,
            List<ReviewReport.ActionLine> openActions, boolean noOpenActions, List<Choice> members,
            List<Choice> verifiers, List<Choice> topics, List<Called> actions) {
    }

    record Called(String about) {
    }

    /** As the form spells it. */
    enum Held {
        yes, no
    }

    record Given(Held held, LocalDate heldOn, List<String> present, String minutes, List<Row> actions) {
    }

    record Row(String about, String what, String owner, LocalDate due, String verifier) {

        AgreedAction action() {
            return new AgreedAction(about, what, new OrganisationId(owner), due, new OrganisationId(verifier));
        }
    }
}
