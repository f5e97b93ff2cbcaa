package org.commonground.review;

import static java.util.stream.Collectors.toSet;
import static org.commonground.foundation.Words.said;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.commonground.agreement.AgreedTerms;
import org.commonground.agreement.SealedAgreement;
import org.commonground.delivery.ObjectiveProgress;
import org.commonground.delivery.PeriodService;
import org.commonground.foundation.NotFound;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.matter.ReviewsUnderWay;
import org.commonground.partnership.Action;
import org.commonground.partnership.ActionCheck;
import org.commonground.partnership.Actions;
import org.commonground.partnership.AgreedAction;
import org.commonground.partnership.ClosureAgreed;
import org.commonground.partnership.Course;
import org.commonground.partnership.CourseOfWork;
import org.commonground.partnership.Meeting;
import org.commonground.partnership.Meetings;
import org.commonground.partnership.Member;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Standing;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How partners look at their partnership and decide how to go on. */
@Service
public class ReviewService implements ReviewsUnderWay {

    private final Reviews reviews;
    private final ReviewTables tables;
    private final AgreedTerms terms;
    private final PartnershipService partnerships;
    private final CourseOfWork work;
    private final PeriodService periods;
    private final Meetings meetings;
    private final Actions actions;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    ReviewService(Reviews reviews, ReviewTables tables, AgreedTerms terms, PartnershipService partnerships, CourseOfWork work,
            PeriodService periods, Meetings meetings, Actions actions, ApplicationEventPublisher facts, Clock clock) {
        this.reviews = reviews;
        this.tables = tables;
        this.terms = terms;
        this.partnerships = partnerships;
        this.work = work;
        this.periods = periods;
        this.meetings = meetings;
        this.actions = actions;
        this.facts = facts;
        this.clock = clock;
    }

    // Its dates

    /**
     * When the next planned review begins, counted from the sealing. A date that has passed is answered as it is, so that its review
     * begins at once; that one then stands for all dates missed so far, so that a long stop is followed by one review and not by many.
     */
    public Instant nextDate(PartnershipId partnership) {
        return calendar(partnership).due(isPlannedUnderWay(partnership) ? tables.datesHeld(partnership) : tables.datesHeld(partnership) + 1);
    }

    /** One that stopped together with the work is taken up again at once. */
    private boolean isPlannedUnderWay(PartnershipId partnership) {
        return reviews.findPlanned(partnership.value()).isPresent();
    }

    private ReviewCalendar calendar(PartnershipId partnership) {
        SealedAgreement agreed = terms.of(partnership);
        return new ReviewCalendar(agreed.calendar(), agreed.terms().reviewIntervalMonths());
    }

    /**
     * Opens the review whose date has come, or the one that was called. A planned one takes all dates that passed without a review and
     * names each of them. One that is under way is taken up again where it was: nobody answers twice.
     *
     * @param matter which call for an early review this is; null where a date has come
     */
    @Transactional
    public UUID open(PartnershipId partnership, UUID matter) {
        Optional<Review> before = matter == null ? reviews.findPlanned(partnership.value()) : reviews.findCalled(matter);
        Review review = before.orElseGet(() -> begin(partnership, matter));
        if (matter == null) {
            List<PlannedDate> dates = calendar(partnership).come(tables.datesHeld(partnership), before.isEmpty(), clock.instant());
            tables.hold(review.id(), partnership, dates);
            if (before.isEmpty()) {
                facts.publishEvent(new ReviewOpened(partnership, review.nr(), dates.stream().filter(PlannedDate::late).toList()));
            }
        } else if (before.isEmpty()) {
            facts.publishEvent(new ReviewOpened(partnership, review.nr(), List.of()));
        }
        return review.id();
    }

    private Review begin(PartnershipId partnership, UUID matter) {
        List<OrganisationId> partners = partnerships.members(partnership).stream().filter(member -> member.standing() == Standing.PARTNER)
                .map(Member::organisation).toList();
        int nr = reviews.findAll(partnership.value()).size() + 1;
        Review review = reviews.save(Review.open(partnership, nr, matter, partners.size(), clock.instant()));
        tables.ask(review.id(), partners, Question.of(terms.of(partnership).terms().trustIndicators()));
        return review;
    }

    // What partners say

    /** Counts how a partner rates the partnership, and forgets who said what. */
    @Transactional
    public void rate(UUID id, OrganisationId partner, Ballot ballot) {
        find(id).mayRate(tables.isAsked(id, partner));
        Refusal.unless(!tables.hasRated(id, partner), "Your organisation has rated already. An answer without a name cannot be found again to change it.");
        tables.count(id, partner, ballot.on(tables.questions(id)));
    }

    /** Keeps what the partnership does to one of its partners, and how that one sees the work. */
    @Transactional
    public void stateImpact(UUID id, OrganisationId partner, Impact impact, String person) {
        Review review = find(id);
        review.mayRate(tables.isAsked(id, partner));
        impact.expectEach(partnerships.card(review.partnership()).objectives().size());
        tables.state(id, partner, impact, person);
    }

    /** Keeps what a partner saw when it looked at the actions of others. */
    @Transactional
    public void verify(UUID id, OrganisationId partner, List<ActionCheck> checks, String person) {
        Review review = find(id);
        review.mayRate();
        actions.check(review.partnership(), partner, checks, person);
    }

    // What it comes to

    /**
     * Counts the ratings: mean and spread of each question are kept, the ratings are not. Where so few answered that the result would
     * tell who said what, nothing of it is shown or kept. May be repeated.
     */
    @Transactional
    public void consolidate(UUID id) {
        Review review = find(id);
        if (review.isConsolidated()) {
            return;
        }
        int ballots = tables.ballots(id);
        Map<Integer, Map<Integer, Integer>> tallies = tables.tallies(id);
        tallies.forEach((question, counts) -> {
            if (counts.values().stream().mapToInt(Integer::intValue).sum() != ballots) {
                throw new IllegalStateException("Question %d of review %s has not as many answers as there are receipts.".formatted(question, id));
            }
        });
        review.consolidate(ballots, clock.instant());
        if (review.isEnough(ballots)) {
            tables.find(id, tables.questions(id).stream().map(question -> Finding.of(question, tallies.get(question.nr()))).toList());
        }
        tables.forgetTallies(id);
        reviews.save(review);
    }

    /** Keeps the talk about what was found, and the actions that come of it. */
    @Transactional
    public void discuss(UUID id, LocalDate heldOn, Set<OrganisationId> present, String minutes, List<AgreedAction> agreed, String person) {
        Review review = find(id);
        review.mayDiscuss(findings(id), agreed.stream().map(AgreedAction::about).collect(toSet()));
        review.discuss(meetings.record(review.partnership(), new Meeting("Review %d: differences".formatted(review.nr()), heldOn, present, minutes), person));
        actions.agree(review.partnership(), "Review " + review.nr(), agreed, person);
        reviews.save(review);
    }

    /** What the decision table about the way forward is asked with. */
    public Signals signals(UUID id) {
        Review review = find(id);
        List<Finding> found = findings(id);
        boolean redBefore = reviews.findAll(review.partnership().value()).stream().filter(one -> one.nr() < review.nr())
                .max(Comparator.comparing(Review::nr)).map(one -> findings(one.id()).stream().anyMatch(Finding::isRed)).orElse(false);
        LocalDate today = LocalDate.now(clock);
        return new Signals(!found.isEmpty(), (int) found.stream().filter(Finding::isRed).count(), redBefore,
                found.stream().filter(finding -> finding.question().key().equals(HealthQuestion.TRUST.key())).map(Finding::mean).findFirst().orElse(null),
                found.stream().map(Finding::spread).max(Comparator.naturalOrder()).orElse(null),
                (int) actions.open(review.partnership()).stream().filter(action -> action.isOverdue(today)).count(),
                periods.progress(review.partnership()).stream().anyMatch(ObjectiveProgress::isReached));
    }

    /** Keeps which ways the decision table offers, the most urgent first. */
    @Transactional
    public void recommend(UUID id, List<Recommendation> offered) {
        find(id).mayDecide();
        tables.recommend(id, offered);
    }

    // How they go on

    /** Keeps which way a partner chooses. */
    @Transactional
    public void decide(UUID id, OrganisationId partner, Vote vote, String person) {
        find(id).mayDecide(tables.isAsked(id, partner));
        Refusal.unless(!tables.hasVoted(id, partner), "Your organisation has decided already.");
        tables.vote(id, partner, vote, person);
    }

    /** Counts the votes by the rule of the agreement. False where no way is carried: then the partners talk again. */
    @Transactional
    public boolean countVotes(UUID id) {
        Review review = find(id);
        List<Vote> votes = tables.votes(id).stream().map(CastVote::vote).toList();
        int partners = tables.partnersNow(id).size();
        Optional<WayForward> carried = VoteCount.carried(terms.of(review.partnership()).terms().decisionRule(), votes, partners);
        carried.ifPresent(way -> conclude(review, way,
                "%s (%s).".formatted(VoteCount.inWords(way, votes, partners), rule(review.partnership())), null));
        return carried.isPresent();
    }

    /** Settles in a meeting what the votes had left open. Nothing is presumed: silence has chosen no way. */
    @Transactional
    public void settle(UUID id, WayForward way, LocalDate heldOn, Set<OrganisationId> present, String reason, String person) {
        Review review = find(id);
        String why = said(reason, "Please say how the partners came to this way: all of them read it.");
        List<OrganisationId> partners = tables.partnersNow(id);
        review.maySettle(way, (int) partners.stream().filter(present::contains).count(), terms.of(review.partnership()).terms().decisionRule(), partners.size());
        conclude(review, way, why, meetings.record(review.partnership(),
                new Meeting("Review %d: way forward".formatted(review.nr()), heldOn, present, why), person));
    }

    private void conclude(Review review, WayForward way, String reason, UUID meeting) {
        review.decide(way, reason, meeting, clock.instant());
        reviews.save(review);
        facts.publishEvent(new WayForwardDecided(review.partnership(), review.nr(), way, reason, carryOut(review.partnership(), way, reason)));
    }

    /** Does what was decided, unless time has overtaken it: a review that was called goes on through a pause and past the end. Says how it goes on. */
    private String carryOut(PartnershipId partnership, WayForward way, String reason) {
        Course course = work.of(partnership);
        if (course.endAgreed() || !clock.instant().isBefore(terms.of(partnership).termEnds())) {
            return "The work has ended meanwhile; what was decided stands in the report.";
        }
        if (way == WayForward.CLOSE) {
            work.agreeToEnd(partnership, reason);
            if (course.suspended()) {
                facts.publishEvent(new ClosureAgreed(partnership));
            }
        } else if (way == WayForward.SUSPEND && !course.suspended()) {
            work.suspend(partnership, reason);
        } else if (way != WayForward.SUSPEND && course.suspended()) {
            return "The work still pauses. Any partner can propose to take it up again (Raise a matter).";
        }
        return way.outcome();
    }

    /** Keeps which document is the report, and what it says. */
    @Transactional
    public void keepReport(UUID id, UUID document, ReviewReport report) {
        Review review = find(id);
        review.keep(document);
        tables.keep(id, report);
        reviews.save(review);
    }

    /** Ends reviews that are under way without a decision, because the work itself ends. What was said stays; ratings not counted yet are forgotten. */
    @Transactional
    public void breakOff(PartnershipId partnership) {
        reviews.findAll(partnership.value()).stream().filter(review -> !review.isOver()).forEach(review -> {
            review.breakOff(clock.instant());
            tables.forgetTallies(review.id());
            reviews.save(review);
        });
    }

    // What others ask

    public ReviewCard card(UUID id) {
        Review review = find(id);
        return review.card(tables.dates(review.partnership()).getOrDefault(id, List.of()));
    }

    /** All reviews of a partnership, the first one first. */
    public List<ReviewCard> reviews(PartnershipId partnership) {
        Map<UUID, List<PlannedDate>> dates = tables.dates(partnership);
        return reviews.findAll(partnership.value()).stream().map(review -> review.card(dates.getOrDefault(review.id(), List.of()))).toList();
    }

    /** While one is under way nobody needs to call another one, and one that stopped with the work is not begun a second time. */
    @Override
    public Optional<String> objection(PartnershipId partnership) {
        List<ReviewCard> underWay = reviews(partnership).stream().filter(review -> !review.isOver()).toList();
        if (underWay.isEmpty()) {
            return Optional.empty();
        }
        boolean stopped = work.of(partnership).suspended() && underWay.stream().allMatch(review -> review.matter() == null);
        return Optional.of((stopped
                ? "A review of %s was begun before the pause and goes on when the work does. You can propose to take the work up again."
                : "The partners are reviewing %s just now. Please say there what you want to say.").formatted(partnership));
    }

    public List<Question> questions(UUID id) {
        return tables.questions(id);
    }

    /** The report as it was written; empty before. */
    public Optional<ReviewReport> keptReport(UUID id) {
        return tables.keptReport(id);
    }

    /** What the ratings come to; empty before they are counted, and where so few answered that they are not shown. */
    public List<Finding> findings(UUID id) {
        return tables.findings(find(id).partnership()).getOrDefault(id, List.of());
    }

    /** How the partnership fares, review by review; nothing of those that are not shown. */
    public List<Health> health(PartnershipId partnership) {
        Map<UUID, List<Finding>> findings = tables.findings(partnership);
        return reviews.findAll(partnership.value()).stream().map(review -> review.card(List.of()))
                .flatMap(review -> findings.getOrDefault(review.id(), List.of()).stream().map(finding -> new Health(review.nr(),
                        review.consolidatedAt().atZone(clock.getZone()).toLocalDate(), finding)))
                .toList();
    }

    /** What the partnership did to each partner, review by review. */
    public List<StatedImpact> impacts(PartnershipId partnership) {
        return tables.impacts(partnership);
    }

    /** What it does to each partner, as stated in this review. */
    public List<StatedImpact> impacts(UUID id) {
        Review review = find(id);
        return tables.impacts(review.partnership()).stream().filter(impact -> impact.reviewNr() == review.nr()).toList();
    }

    /** The ways that the decision table offers. */
    public List<Recommendation> recommendations(UUID id) {
        return tables.recommendations(id);
    }

    public List<CastVote> votes(UUID id) {
        return tables.votes(id);
    }

    /** The rule by which the partners decide, in words. */
    public String rule(PartnershipId partnership) {
        return VoteCount.inWords(terms.of(partnership).terms().decisionRule());
    }

    /** When a way is carried by that rule, in words. */
    public String carriedWhen(UUID id) {
        return VoteCount.inWords(terms.of(find(id).partnership()).terms().decisionRule(), tables.partnersNow(id).size());
    }

    /** How many full partners have to be there when a meeting settles that the work pauses or ends. */
    public int neededToStop(UUID id) {
        return terms.of(find(id).partnership()).terms().decisionRule().needed(tables.partnersNow(id).size());
    }

    /** Codes of the partners who are asked to rate and to state; those who did both are not asked again. */
    public List<String> awaitedRaters(UUID id) {
        return find(id).isConsolidated() ? List.of() : tables.awaited(id, "impact");
    }

    public boolean hasRated(UUID id, OrganisationId partner) {
        return tables.hasRated(id, partner);
    }

    /** The actions of others that this partner looks at in this review. */
    public List<Action> toVerify(UUID id, OrganisationId partner) {
        return actions.toVerify(find(id).partnership(), partner);
    }

    /** Codes of the partners whose vote is awaited. */
    public List<String> awaitedVoters(UUID id) {
        return tables.awaited(id, "way_vote");
    }

    private Review find(UUID id) {
        return reviews.findById(id).orElseThrow(() -> new NotFound("There is no such review."));
    }
}
