package org.commonground.review.process;

import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.commonground.engine.Choice;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.foundation.OrganisationId;
import org.commonground.review.NamedChange;
import org.commonground.review.ReviewReport;
import org.commonground.review.ReviewReports;
import org.commonground.review.ReviewService;
import org.commonground.review.WayForward;
import org.commonground.review.WayForwardService;
import org.commonground.negotiation.Topic;
import org.springframework.stereotype.Component;

/** The way that the partners find in a meeting where their votes carried none. */
@Component
@For("coordinator")
class SettleWayForward implements Step<SettleWayForward.Shown, SettleWayForward.Given> {

    private final ReviewService reviews;
    private final WayForwardService ways;
    private final ReviewReports reports;
    private final ReviewMembers members;

    SettleWayForward(ReviewService reviews, WayForwardService ways, ReviewReports reports, ReviewMembers members) {
        this.reviews = reviews;
        this.ways = ways;
        this.reports = reports;
        this.members = members;
    }

    @Override
    public Shown show(StepContext context) {
        UUID review = ReviewVariables.review(context);
        ReviewReport report = reports.of(review);
        return new Shown("Review " + report.nr(), report.rule(), ways.neededToStop(review),
                "%d of %d partners voted.".formatted(report.votes().size(), reviews.card(review).partners()),
                report.votes(), report.votes().isEmpty(), report.recommendations(), members.of(context.partnership()),
                members.partners(context.partnership()));
    }

    @Override
    public void take(Given given, StepContext context) {
        if (given.held() == Held.no) {
            ways.leaveOpen(ReviewVariables.review(context));
            return;
        }
        ways.settle(ReviewVariables.review(context), given.way(), given.heldOn(),
                given.present().stream().map(OrganisationId::new).collect(toSet()), given.named(), given.reason(), context.person());
    }

    record Shown(String review, String rule, int needed, String votesCast, List<ReviewReport.VoteLine> votes, boolean noVotes,
            List<ReviewReport.WayLine> recommendations, List<Choice> members, List<Choice> partners) {
    }

    /** As the form spells it. */
    enum Held {
        yes, no
    }

    record Given(Held held, LocalDate heldOn, List<String> present, WayForward way, Set<Topic> topics, String joining, Set<String> leaving,
            String reason) {

        NamedChange named() {
            return new NamedChange(topics, joining, leaving.stream().map(OrganisationId::new).collect(toSet())).with(way);
        }
    }
}
