package org.commonground.review;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.commonground.agreement.AgreedTerms;
import org.commonground.agreement.PlannedDate;
import org.commonground.agreement.RhythmCalendar;
import org.commonground.agreement.SealedAgreement;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.partnership.Course;
import org.commonground.partnership.CourseOfWork;
import org.commonground.partnership.Member;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Standing;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** When reviews begin and how they end, and what is known of them. */
@Service
public class ReviewService {

    private final Reviews reviews;
    private final ReviewTables tables;
    private final AgreedTerms terms;
    private final PartnershipService partnerships;
    private final CourseOfWork work;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    ReviewService(Reviews reviews, ReviewTables tables, AgreedTerms terms, PartnershipService partnerships, CourseOfWork work,
            ApplicationEventPublisher facts, Clock clock) {
        this.reviews = reviews;
        this.tables = tables;
        this.terms = terms;
        this.partnerships = partnerships;
        this.work = work;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * When the next planned review begins, counted from the sealing, in the rhythm agreed last. A date that has passed is answered as it
     * is, so that its review begins at once; that one then stands for all dates missed so far, so that a long stop is followed by one
     * review and not by many. One that stopped together with the work is taken up again at once.
     */
    public Instant nextDate(PartnershipId partnership) {
        boolean stoppedWithTheWork = reviews.findPlanned(partnership.value()).isPresent();
        return calendar(partnership).due(tables.datesHeld(partnership) + (stoppedWithTheWork ? 0 : 1));
    }

    private RhythmCalendar calendar(PartnershipId partnership) {
        List<SealedAgreement> course = terms.course(partnership);
        return new RhythmCalendar(course.get(0).calendar(), 0, course.stream()
                .map(agreed -> new RhythmCalendar.Rhythm(agreed.sealedAt(), agreed.terms().reviewIntervalMonths())).toList());
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

    /** Keeps which document is the report, and what it says. */
    @Transactional
    public void keepReport(UUID id, UUID document, ReviewReport report) {
        Review review = reviews.get(id);
        review.keep(document);
        tables.keep(id, report);
        reviews.save(review);
    }

    /** Ends what is under way, because the work itself ends. What was said stays; ratings not counted yet are forgotten. */
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
        Review review = reviews.get(id);
        return review.card(tables.dates(review.partnership()).getOrDefault(id, List.of()));
    }

    /** All reviews of a partnership, the first one first. */
    public List<ReviewCard> reviews(PartnershipId partnership) {
        Map<UUID, List<PlannedDate>> dates = tables.dates(partnership);
        return reviews.findAll(partnership.value()).stream().map(review -> review.card(dates.getOrDefault(review.id(), List.of())))
                .toList();
    }

    /** While one is under way nobody needs to call another one, and one that stopped with the work is not begun a second time. */
    public Optional<String> objection(Course course) {
        List<ReviewCard> underWay = reviews(course.id()).stream().filter(review -> !review.isOver()).toList();
        if (underWay.isEmpty()) {
            return Optional.empty();
        }
        boolean stopped = course.suspended() && underWay.stream().allMatch(review -> review.matter() == null);
        return Optional.of((stopped
                ? "A review of %s was begun before the pause and goes on when the work does. You can propose to take the work up again."
                : "The partners are reviewing %s just now. Please say there what you want to say.").formatted(course.id()));
    }

    /** The last review, opened since then, in which the organisation rated the partnership. */
    public Optional<Integer> lastRatedBy(PartnershipId partnership, OrganisationId organisation, Instant since) {
        return tables.lastAnswered(partnership, organisation, since);
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
        return tables.findings(reviews.get(id).partnership()).getOrDefault(id, List.of());
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
        Review review = reviews.get(id);
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
}
