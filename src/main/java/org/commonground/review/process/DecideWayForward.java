package org.commonground.review.process;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import org.commonground.engine.Choice;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.foundation.OrganisationId;
import org.commonground.partnership.LessonsAtHand;
import org.commonground.review.NamedChange;
import org.commonground.review.ReviewReport;
import org.commonground.review.ReviewReports;
import org.commonground.review.WayForward;
import org.commonground.review.WayForwardService;
import org.commonground.review.WayForwardVote;
import org.commonground.negotiation.Topic;
import org.springframework.stereotype.Component;

/** The way that one partner chooses, and those it could live with. */
@Component
@For("${organisations.group(party)}")
class DecideWayForward implements Step<DecideWayForward.Shown, DecideWayForward.Given> {

    private final WayForwardService ways;
    private final ReviewReports reports;
    private final ReviewMembers members;
    private final LessonsAtHand lessons;

    DecideWayForward(WayForwardService ways, ReviewReports reports, ReviewMembers members,
            LessonsAtHand lessons) {
        this.members = members;
        this.ways = ways;
        this.reports = reports;
        this.lessons = lessons;
    }

    @Override
    public Shown show(StepContext context) {
        UUID review = ReviewVariables.review(context);
        ReviewReport report = reports.of(review);
        List<ReviewReport.ActionLine> open = report.openActions();
        return new Shown("Review " + report.nr(), report.rule(), ways.carriedWhen(review), report.answered(), report.recommendations(),
                report.findings(), report.findings().isEmpty(), List.of(report.talk()), open, open.isEmpty(),
                () -> lessons.of(context.partnership(), context.party()),
                members.partners(context.partnership()).stream().filter(one -> !one.value().equals(context.party().code())).toList());
    }

    @Override
    public void take(Given given, StepContext context) {
        ways.decide(ReviewVariables.review(context), context.party(), new WayForwardVote(given.way(), given.also(), given.named(),
                given.words()),
                context.person());
    }

    record Shown(String review, String rule, String carriedWhen, String answered, List<ReviewReport.WayLine> recommendations,
            List<ReviewReport.FindingLine> findings, boolean noFindings, List<ReviewReport.Talk> talk,
            List<ReviewReport.ActionLine> openActions, boolean noOpenActions, Supplier<List<LessonsAtHand.Near>> lessons,
            List<Choice> others) {
    }

    record Given(WayForward way, Set<WayForward> also, Set<Topic> topics, String joining, Set<String> leaving, String words) {

        NamedChange named() {
            return new NamedChange(topics, joining, leaving.stream().map(OrganisationId::new).collect(toSet())).with(way);
        }
    }
}
