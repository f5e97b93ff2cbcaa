package org.commonground.review;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.commonground.foundation.Words.said;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.commonground.agreement.AgreedTerms;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.negotiation.DecisionRule;
import org.commonground.negotiation.Topic;
import org.commonground.partnership.Actions;
import org.commonground.partnership.AgreedAction;
import org.commonground.partnership.Meeting;
import org.commonground.partnership.Meetings;
import org.commonground.reporting.ObjectiveProgress;
import org.commonground.reporting.ReportService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How partners talk about what a review found, and decide how they go on. */
@Service
public class WayForwardService {

    private final Reviews reviews;
    private final ReviewTables tables;
    private final AgreedTerms terms;
    private final Consequences consequences;
    private final ReportService reported;
    private final Meetings meetings;
    private final Actions actions;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    WayForwardService(Reviews reviews, ReviewTables tables, AgreedTerms terms, Consequences consequences, ReportService reported,
            Meetings meetings, Actions actions, ApplicationEventPublisher facts, Clock clock) {
        this.reviews = reviews;
        this.tables = tables;
        this.terms = terms;
        this.consequences = consequences;
        this.reported = reported;
        this.meetings = meetings;
        this.actions = actions;
        this.facts = facts;
        this.clock = clock;
    }

    /** Keeps the talk about what was found, and the actions that come of it. */
    @Transactional
    public void discuss(UUID id, LocalDate heldOn, Set<OrganisationId> present, String minutes, List<AgreedAction> agreed, String person) {
        Review review = reviews.get(id);
        review.mayDiscuss(findings(review.partnership(), id), agreed.stream().map(AgreedAction::about).collect(toSet()));
        review.discuss(meetings.record(review.partnership(),
                new Meeting("Review %d: differences".formatted(review.nr()), heldOn, present, minutes), person));
        actions.agree(review.partnership(), "Review " + review.nr(), agreed, person);
        reviews.save(review);
    }

    /** Nobody came to the talk: the partners decide without it. */
    @Transactional
    public void goOnWithoutTalk(UUID id) {
        Review review = reviews.get(id);
        review.missTalk();
        reviews.save(review);
    }

    private List<Finding> findings(PartnershipId partnership, UUID review) {
        return tables.findings(partnership).getOrDefault(review, List.of());
    }

    /** What the decision table about the way forward is asked with. */
    public Signals signals(UUID id) {
        Review review = reviews.get(id);
        PartnershipId partnership = review.partnership();
        List<Finding> before = reviews.findAll(partnership.value()).stream().filter(one -> one.nr() < review.nr())
                .max(Comparator.comparing(Review::nr)).map(one -> findings(partnership, one.id())).orElse(List.of());
        LocalDate today = LocalDate.now(clock);
        return Signals.of(findings(partnership, id), before,
                (int) actions.open(partnership).stream().filter(action -> action.isOverdue(today)).count(),
                reported.progress(partnership).stream().anyMatch(ObjectiveProgress::isReached));
    }

    /** Keeps which ways the decision table offers, the most urgent first. Whoever has not talked by now decides without a talk. */
    @Transactional
    public void recommend(UUID id, List<Recommendation> offered) {
        Review review = reviews.get(id);
        if (!review.isTalkedOver()) {
            goOnWithoutTalk(id);
        }
        tables.recommend(id, offered);
    }

    /** Keeps which way a partner chooses. */
    @Transactional
    public void decide(UUID id, OrganisationId partner, WayForwardVote vote, String person) {
        Review review = reviews.get(id);
        review.mayDecide(tables.isAsked(id, partner));
        vote.named().expectEnough(vote.way());
        consequences.expectAbleToLeave(review.partnership(), vote.way(), vote.named(), partner);
        Refusal.unless(!tables.hasVoted(id, partner), "Your organisation has decided already.");
        tables.keepVote(id, partner, vote, person);
    }

    /** Counts the votes by the rule of the agreement. False where no way is carried: then the partners talk again. */
    @Transactional
    public boolean tallyVotes(UUID id) {
        Review review = reviews.get(id);
        List<CastVote> cast = tables.votes(id);
        List<WayForwardVote> votes = cast.stream().map(CastVote::vote).toList();
        int partners = tables.partnersNow(id).size();
        DecisionRule rule = rule(review);
        Optional<WayForward> carried = VoteCount.carried(rule, votes, partners);
        carried.ifPresent(way -> conclude(review, way, NamedChange.of(way, cast),
                "%s (%s).".formatted(VoteCount.inWords(way, votes, partners), VoteCount.inWords(rule)), null));
        return carried.isPresent();
    }

    /** Settles in a meeting what the votes had left open. Nothing is presumed: silence has chosen no way. */
    @Transactional
    public void settle(UUID id, WayForward way, LocalDate heldOn, Set<OrganisationId> present, NamedChange named, String reason,
            String person) {
        Review review = reviews.get(id);
        String why = said(reason, "Please say how the partners came to this way: all of them read it.");
        List<OrganisationId> partners = tables.partnersNow(id);
        review.maySettle(way, (int) partners.stream().filter(present::contains).count(), rule(review), partners.size());
        consequences.expectAbleToLeave(review.partnership(), way, named, null);
        conclude(review, way, named, why, meetings.record(review.partnership(),
                new Meeting("Review %d: way forward".formatted(review.nr()), heldOn, present, why), person));
    }

    /** Nobody came to settle it, or nobody did in time: no way is found, and nothing changes. Does nothing where one is found. */
    @Transactional
    public void leaveOpen(UUID id) {
        Review review = reviews.get(id);
        if (!review.isOver()) {
            conclude(review, WayForward.NONE, NamedChange.NONE, "The votes carried no way, and nobody came to find one together.", null);
        }
    }

    private void conclude(Review review, WayForward way, NamedChange all, String reason, UUID meeting) {
        NamedChange named = all.with(way);
        review.decide(way, named, reason, meeting, clock.instant());
        reviews.save(review);
        facts.publishEvent(new WayForwardDecided(review.partnership(), review.nr(), way, reason,
                consequences.outcome(review.partnership(), way, named)));
    }

    /**
     * Raises what follows from the way forward. A machine's box does it, and when the report is written: it may end the work in which
     * the review was held.
     */
    @Transactional
    public void follow(UUID id) {
        consequences.raise(reviews.get(id).card(List.of()), tables.votes(id));
    }

    /** When a way is carried by the rule of the agreement, in words. */
    public String carriedWhen(UUID id) {
        return VoteCount.inWords(rule(reviews.get(id)), tables.partnersNow(id).size());
    }

    /** How many full partners have to be there when a meeting settles that the work pauses or ends. */
    public int neededToStop(UUID id) {
        return rule(reviews.get(id)).needed(tables.partnersNow(id).size());
    }

    /** Codes of the partners whose vote is awaited. */
    public List<String> awaitedVoters(UUID id) {
        return tables.awaited(id, "way_vote");
    }

    private DecisionRule rule(Review review) {
        return terms.of(review.partnership()).terms().decisionRule();
    }
}
