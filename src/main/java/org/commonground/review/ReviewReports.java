package org.commonground.review;

import static java.util.stream.Collectors.joining;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;

import org.commonground.agreement.PlannedDate;
import org.commonground.candidate.CandidateService;
import org.commonground.candidate.Dimension;
import org.commonground.document.Document;
import org.commonground.document.DocumentAudience;
import org.commonground.document.Documents;
import org.commonground.document.Pdf;
import org.commonground.foundation.Days;
import org.commonground.foundation.PartnershipId;
import org.commonground.organisation.OrganisationService;
import org.commonground.partnership.Actions;
import org.commonground.partnership.Meeting;
import org.commonground.partnership.Meetings;
import org.commonground.partnership.PartnershipCard;
import org.commonground.partnership.PartnershipService;
import org.commonground.reporting.ObjectiveProgress;
import org.commonground.reporting.ReportService;
import org.commonground.picture.HealthRadar;
import org.commonground.picture.HealthTrend;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** What a review comes to, for people: on its forms while it runs, as a document afterwards. */
@Service
public class ReviewReports {

    private static final ReviewReport.Talk NOT_HELD = new ReviewReport.Talk("Not held", "nobody",
            "Nobody came to talk about the differences before the partners decided.");


    private static final String TEMPLATE = "review/review-report";

    private final ReviewService reviews;
    private final PartnershipService partnerships;
    private final ReportService reported;
    private final OrganisationService organisations;
    private final CandidateService candidates;
    private final Meetings meetings;
    private final Actions actions;
    private final Documents documents;
    private final Pdf pdf;
    private final ITemplateEngine templates;
    private final Clock clock;

    ReviewReports(ReviewService reviews, PartnershipService partnerships, ReportService reported, OrganisationService organisations,
            CandidateService candidates, Meetings meetings, Actions actions, Documents documents, Pdf pdf, ITemplateEngine templates,
            Clock clock) {
        this.reviews = reviews;
        this.partnerships = partnerships;
        this.reported = reported;
        this.organisations = organisations;
        this.candidates = candidates;
        this.meetings = meetings;
        this.actions = actions;
        this.documents = documents;
        this.pdf = pdf;
        this.templates = templates;
        this.clock = clock;
    }

    /** Prints the report and keeps it for the members, on paper and as the page shows it from then on. May be repeated. */
    @Transactional
    public void write(UUID review) {
        if (reviews.card(review).report() == null) {
            ReviewReport report = of(review);
            Document document = documents.store(new PartnershipId(report.caseNumber()), "Review report " + report.nr(), 1,
                    DocumentAudience.MEMBERS, pdf.of(TEMPLATE, Map.of("report", report)), "system");
            reviews.keepReport(review, document.id(), report);
        }
    }

    /**
     * The report of the how manyth review of a partnership as a whole page in HTML, with the words of others escaped: what it said
     * when it was written. Empty when there is none, or not yet.
     */
    public Optional<String> page(PartnershipId partnership, int nr) {
        return written(partnership).stream().filter(card -> card.nr() == nr).findFirst().flatMap(card -> reviews.keptReport(card.id())
                .map(report -> templates.process(TEMPLATE,
                        new Context(Locale.ENGLISH, Map.of("report", report, "document", card.report())))));
    }

    /** The reviews of a partnership that have a report, the first one first. */
    public List<ReviewCard> written(PartnershipId partnership) {
        return reviews.reviews(partnership).stream().filter(card -> card.report() != null).toList();
    }

    /** What the review says so far. */
    public ReviewReport of(UUID review) {
        ReviewCard card = reviews.card(review);
        PartnershipCard partnership = partnerships.card(card.partnership());
        List<Finding> findings = reviews.findings(review);
        List<StatedImpact> impacts = reviews.impacts(review);
        return new ReviewReport(card.partnership().value(), partnership.title(), card.nr(), reason(card),
                card.dates().stream().map(date -> day(date.due()) + (date.late() ? " (late)" : "")).toList(), answered(card),
                findings.stream().map(finding -> new ReviewReport.FindingLine(finding.question().label(), figure(finding.mean()),
                        finding.spread(), finding.trend(), finding.mark())).toList(),
                findings.isEmpty() ? null : radar(card, findings).svg(), trend(card),
                impacts.stream().map(impact -> impactLine(card.partnership(), impact)).toList(),
                impacts.stream().filter(impact -> impact.impact().remark() != null)
                        .map(impact -> new ReviewReport.RemarkLine(impact.name(), impact.impact().remark())).toList(),
                work(card.partnership(), impacts), card.talkMissed() ? NOT_HELD : talk(card.discussedIn()), actionLines(card.partnership()),
                reviews.recommendations(review).stream().map(one -> new ReviewReport.WayLine(one.way().label(), one.reason())).toList(),
                reviews.rule(card.partnership()), votes(review), card.way(), card.wayReason(), talk(card.settledIn()));
    }

    /** The ratings as the source of an image; null where none are shown. */
    public String picture(UUID review) {
        List<Finding> findings = reviews.findings(review);
        return findings.isEmpty() ? null : radar(reviews.card(review), findings).dataUri();
    }

    /** For which dates a review is late; null when it is in time. */
    public String missed(ReviewCard card) {
        return !card.isLate() ? null : "It is held late. It was due on %s.".formatted(card.dates().stream().filter(PlannedDate::late)
                .map(date -> day(date.due())).collect(joining(" and on ")));
    }

    private String reason(ReviewCard card) {
        if (card.dates().isEmpty()) {
            return "It was called by a partner on %s.".formatted(day(card.openedAt()));
        }
        if (!card.dates().get(0).late() && card.dates().size() > 1) {
            return "It was due on %s and began on %s. It stopped with the work, and stands for %s too.".formatted(
                    day(card.dates().get(0).due()),
                    day(card.openedAt()), card.dates().stream().skip(1).map(date -> day(date.due())).collect(joining(", ")));
        }
        String held = "It was due on %s and began on %s.".formatted(card.dates().stream().map(date -> day(date.due()))
                .collect(joining(", on ")), day(card.openedAt()));
        return card.isLate() ? held + (card.dates().size() == 1 ? " It was held late."
                : " It is held late, and stands for all dates that had passed without a review.") : held;
    }

    private static String answered(ReviewCard card) {
        if (!isCounted(card)) {
            return "The ratings are not counted yet.";
        }
        String answered = "%d of %d partners rated.".formatted(card.answers(), card.partners());
        return card.shown() || card.answers() == 0 ? answered
                : answered + " These are too few to show the ratings without telling who said what, so they were not kept.";
    }

    private static boolean isCounted(ReviewCard card) {
        return card.consolidatedAt() != null;
    }

    private static HealthRadar radar(ReviewCard card, List<Finding> findings) {
        return new HealthRadar(card.title() + ", means from 1 to 5",
                findings.stream().map(finding -> new HealthRadar.Ray(finding.question().label(), finding.mean(), finding.before()))
                        .toList());
    }

    private String trend(ReviewCard card) {
        List<Health> health = reviews.health(card.partnership()).stream().filter(one -> one.reviewNr() <= card.nr()).toList();
        List<Integer> moments = health.stream().map(Health::reviewNr).distinct().toList();
        if (moments.size() < 2) {
            return null;
        }
        Set<String> questions = new LinkedHashSet<>(health.stream().map(one -> one.finding().question().key()).toList());
        return new HealthTrend("Means from review to review", moments.stream().map(nr -> "Review " + nr).toList(),
                questions.stream().map(key -> {
            List<Health> mine = health.stream().filter(one -> one.finding().question().key().equals(key)).toList();
            List<Double> values = new ArrayList<>();
            moments.forEach(nr -> values.add(mine.stream().filter(one -> one.reviewNr() == nr).map(one -> one.finding().mean()).findFirst()
                    .orElse(null)));
            return new HealthTrend.Line(mine.get(mine.size() - 1).finding().question().label(), values);
        }).toList()).svg();
    }

    private ReviewReport.ImpactLine impactLine(PartnershipId partnership, StatedImpact stated) {
        Impact impact = stated.impact();
        return new ReviewReport.ImpactLine(stated.name(), expectation(partnership, stated), impact.rating() + " of 5", impact.words(),
                impact.ownChange(), impact.managed(), impact.learned());
    }

    private String expectation(PartnershipId partnership, StatedImpact stated) {
        return candidates.profile(partnership, stated.organisation()).map(profile -> profile.on(Dimension.EXPECTATIONS).words())
                .orElse("–");
    }

    private List<ReviewReport.WorkLine> work(PartnershipId partnership, List<StatedImpact> impacts) {
        List<ReviewReport.WorkLine> lines = new ArrayList<>();
        for (ObjectiveProgress progress : reported.progress(partnership)) {
            int objective = progress.nr();
            OptionalDouble mean = impacts.stream().flatMap(impact -> impact.impact().work().stream())
                    .filter(work -> work.objective() == objective).mapToInt(WorkRating::rating).average();
            String words = impacts.stream().flatMap(impact -> impact.impact().work().stream()
                            .filter(work -> work.objective() == objective && work.words() != null)
                            .map(work -> impact.name() + ": " + work.words())).collect(joining("\n"));
            lines.add(new ReviewReport.WorkLine(progress.objective().wording(), progress.inWords(), mean.isPresent()
                    ? figure(mean.getAsDouble()) : "–", words));
        }
        return lines;
    }

    private ReviewReport.Talk talk(UUID meeting) {
        return meetings.find(meeting).map(held -> new ReviewReport.Talk(Days.inWords(held.heldOn()), present(held), held.minutes()))
                .orElse(null);
    }

    private String present(Meeting held) {
        return held.present().stream().map(one -> organisations.card(one).name()).sorted().collect(joining(", "));
    }

    private List<ReviewReport.ActionLine> actionLines(PartnershipId partnership) {
        LocalDate today = LocalDate.now(clock);
        return actions.all(partnership).stream()
                .map(action -> new ReviewReport.ActionLine(action.about(), action.what(), action.ownerName(),
                Days.inWords(action.due()), action.verifierName(), action.isOverdue(today) ? "overdue" : action.open() ? "open"
                        : ReviewReport.ActionLine.DONE, action.lastWords())).toList();
    }

    private List<ReviewReport.VoteLine> votes(UUID review) {
        return reviews.votes(review).stream().map(cast -> new ReviewReport.VoteLine(cast.name(), cast.vote().way().label(),
                cast.vote().also().stream().map(WayForward::label).collect(joining(", ")), cast.vote().words())).toList();
    }

    private String day(Instant moment) {
        return Days.inWords(LocalDate.ofInstant(moment, clock.getZone()));
    }

    private static String figure(double mean) {
        return String.format(Locale.ROOT, "%.2f", mean);
    }
}
