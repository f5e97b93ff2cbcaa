package org.commonground.closure;

import static java.util.stream.Collectors.joining;
import static org.commonground.foundation.Days.inWords;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.commonground.agreement.AgreedTerms;
import org.commonground.closure.ClosingReport.ContributionLine;
import org.commonground.closure.ClosingReport.HealthLine;
import org.commonground.closure.ClosingReport.ImpactLine;
import org.commonground.closure.ClosingReport.ItemLine;
import org.commonground.closure.ClosingReport.LessonLine;
import org.commonground.closure.ClosingReport.MatterLine;
import org.commonground.closure.ClosingReport.MeetingLine;
import org.commonground.closure.ClosingReport.MemberLine;
import org.commonground.closure.ClosingReport.MoneyLine;
import org.commonground.closure.ClosingReport.ObjectiveLine;
import org.commonground.closure.ClosingReport.PauseLine;
import org.commonground.closure.ClosingReport.ReconciliationLine;
import org.commonground.closure.ClosingReport.ResultLine;
import org.commonground.closure.ClosingReport.RhythmLine;
import org.commonground.closure.ClosingReport.Talk;
import org.commonground.closure.ClosingReport.TransferLine;
import org.commonground.commitment.Commitment;
import org.commonground.commitment.CommitmentService;
import org.commonground.document.DocumentAudience;
import org.commonground.document.Documents;
import org.commonground.document.Pdf;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.foundation.Seat;
import org.commonground.funding.InstalmentService;
import org.commonground.learning.Lesson;
import org.commonground.learning.LessonService;
import org.commonground.learning.ToldLesson;
import org.commonground.matter.MatterService;
import org.commonground.meeting.MeetingRecords;
import org.commonground.meeting.MeetingService;
import org.commonground.negotiation.ContributionKind;
import org.commonground.organisation.OrganisationService;
import org.commonground.partnership.CourseOfWork;
import org.commonground.partnership.HeldSeat;
import org.commonground.partnership.Meeting;
import org.commonground.partnership.Meetings;
import org.commonground.partnership.NumberedObjective;
import org.commonground.partnership.PartnershipCard;
import org.commonground.partnership.PartnershipService;
import org.commonground.reporting.ObjectiveProgress;
import org.commonground.reporting.ReportService;
import org.commonground.picture.HealthTrend;
import org.commonground.review.Health;
import org.commonground.review.ReviewService;
import org.commonground.review.StatedImpact;
import org.commonground.work.AgreedWork;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The closing report: what was intended and reached, what each gave and got, what was learned, and where everything goes. */
@Service
public class ClosingReports {

    private static final String TEMPLATE = "closure/closing-report";
    private static final String NAME = "Closing report";

    private final ClosureService closures;
    private final Reckonings reckonings;
    private final LessonService lessons;
    private final ClosingListService closingList;
    private final PartnershipService partnerships;
    private final OrganisationService organisations;
    private final CommitmentService commitments;
    private final InstalmentService instalments;
    private final AgreedTerms agreements;
    private final ReportService reported;
    private final ReviewService reviews;
    private final MatterService matters;
    private final CourseOfWork work;
    private final Meetings meetings;
    private final MeetingService planned;
    private final MeetingRecords records;
    private final Documents documents;
    private final Pdf pdf;

    ClosingReports(ClosureService closures, Reckonings reckonings, LessonService lessons, ClosingListService closingList,
            PartnershipService partnerships, OrganisationService organisations, CommitmentService commitments,
            InstalmentService instalments, AgreedTerms agreements,
            ReportService reported, ReviewService reviews, MatterService matters, CourseOfWork work, Meetings meetings,
            MeetingService planned, MeetingRecords records, Documents documents, Pdf pdf) {
        this.closures = closures;
        this.reckonings = reckonings;
        this.lessons = lessons;
        this.closingList = closingList;
        this.partnerships = partnerships;
        this.organisations = organisations;
        this.commitments = commitments;
        this.instalments = instalments;
        this.agreements = agreements;
        this.reported = reported;
        this.reviews = reviews;
        this.matters = matters;
        this.work = work;
        this.meetings = meetings;
        this.planned = planned;
        this.records = records;
        this.documents = documents;
        this.pdf = pdf;
    }

    /** Prints the report and keeps it for the members. May be repeated. */
    @Transactional
    public void write(PartnershipId partnership) {
        if (closures.card(partnership).report() == null) {
            byte[] paper = pdf.of(TEMPLATE, Map.of("report", of(partnership)));
            closures.keepReport(partnership, documents.store(partnership, NAME, 1, DocumentAudience.MEMBERS, paper, "system").id());
        }
    }

    /** What there is to report so far. */
    public ClosingReport of(PartnershipId partnership) {
        ClosureCard closure = closures.card(partnership);
        PartnershipCard card = partnerships.card(partnership);
        List<Health> health = reviews.health(partnership);
        return new ClosingReport(partnership.value(), card.title(), card.purpose(), closure.trajectory().label(),
                closure.trajectory().meaning(),
                closure.reason(), inForce(partnership, closure), members(partnership), objectives(partnership), results(partnership),
                contributions(partnership), receipts(partnership), reconciliations(partnership), trend(health), means(health),
                impacts(partnership),
                lessons.atTheEnd(partnership).stream().map(ClosingReports::line).toList(), transfers(partnership),
                closure.nothingToHand(), talks(partnership),
                meetings.find(closure.finalReview()).map(meeting -> new Talk(inWords(meeting.heldOn()), present(meeting),
                        meeting.minutes())).orElse(null),
                closingList.settlements(partnership).stream().map(ClosingReports::line).toList(),
                matters.all(partnership).stream().map(matter -> new MatterLine(matter.kind().label(), matters.raiser(matter),
                        inWords(matter.raisedOn()), matter.outcome())).toList(),
                work.pauses(partnership).stream().map(pause -> new PauseLine(inWords(pause.from()), pause.to() == null ? "the end"
                        : inWords(pause.to()), pause.why())).toList(),
                planned.counts(partnership).stream().map(one -> new RhythmLine(one.kind().label(), one.inWords())).toList());
    }

    /** What was intended and how far it came, objective by objective. */
    public List<ObjectiveLine> objectives(PartnershipId partnership) {
        return Stream.concat(reported.progress(partnership).stream(), reported.givenUp(partnership).stream()).map(ClosingReports::line)
                .toList();
    }

    /** What each promised and what became of it, as forms and the report show it; at the end what was agreed, but never committed. */
    public List<ContributionLine> contributions(PartnershipId partnership) {
        return contributions(partnership, seat -> true);
    }

    /** The same of one member. */
    public List<ContributionLine> contributions(PartnershipId partnership, OrganisationId organisation) {
        return contributions(partnership, seat -> seat.organisation().equals(organisation));
    }

    private List<ContributionLine> contributions(PartnershipId partnership, Predicate<Seat> which) {
        List<ContributionLine> lines = new ArrayList<>();
        commitments.of(partnership).stream().filter(one -> which.test(one.seat())).map(ClosingReports::line).forEach(lines::add);
        List<Seat> silent = commitments.silentSeats(partnership).stream().filter(which).toList();
        if (!silent.isEmpty()) {
            AgreedWork work = new AgreedWork(agreements.of(partnership));
            silent.forEach(seat -> work.contributionsOf(seat).forEach(one -> lines.add(new ContributionLine(name(seat.organisation()),
                    seat.role().label(), AgreedWork.inWords(one), "Agreed, but never committed"))));
        }
        return lines;
    }

    public List<TransferLine> transfers(PartnershipId partnership) {
        return closures.transfers(partnership).stream()
                .map(one -> new TransferLine(one.kind().label(), one.what(), one.receiver(), inWords(one.on()))).toList();
    }

    public List<ReconciliationLine> reconciliations(PartnershipId partnership) {
        return reckonings.reconciliations(partnership).stream()
                .map(one -> new ReconciliationLine(one.name(), one.agreed() ? "finds its list right" : "sees it differently", one.words()))
                .toList();
    }

    private List<MoneyLine> receipts(PartnershipId partnership) {
        return instalments.receipts(partnership).stream().map(one -> new MoneyLine(inWords(one.on()), one.amount(), one.provider(),
                one.receiver(), one.what(), one.note())).toList();
    }

    private List<MeetingLine> talks(PartnershipId partnership) {
        return meetings.of(partnership).stream().map(one -> new MeetingLine(inWords(one.heldOn()), one.occasion(), present(one))).toList();
    }

    private String present(Meeting meeting) {
        return meeting.present().stream().map(this::name).collect(joining(", "));
    }

    private String inForce(PartnershipId partnership, ClosureCard closure) {
        AgreedWork work = new AgreedWork(agreements.of(partnership));
        LocalDate last = closure.openedOn().isBefore(work.ends()) ? closure.openedOn() : work.ends();
        return "%s to %s".formatted(inWords(work.begins()), inWords(last));
    }

    private List<MemberLine> members(PartnershipId partnership) {
        Map<OrganisationId, List<HeldSeat>> seats = new LinkedHashMap<>();
        partnerships.seats(partnership).forEach(held -> seats.computeIfAbsent(held.organisation(), one -> new ArrayList<>()).add(held));
        return partnerships.members(partnership).stream()
                .map(member -> new MemberLine(name(member.organisation()), member.standing().label(),
                seats.getOrDefault(member.organisation(), List.of()).stream().map(held -> held.seat().role().label()).distinct()
                        .collect(joining(", ")))).toList();
    }

    private List<ResultLine> results(PartnershipId partnership) {
        return Stream.concat(reported.results(partnership).stream()
                .map(one -> new ResultLine(one.kind().label(), one.inWords(), one.name())), records.policies(partnership).stream()
                        .map(one -> new ResultLine("A policy that a meeting hoped for", one.words(), one.meeting()))).toList();
    }

    private static ObjectiveLine line(ObjectiveProgress progress) {
        NumberedObjective objective = progress.objective();
        return new ObjectiveLine(objective.wording(), objective.indicator(), objective.baseline(), objective.target(),
                "%s: from %s to %s".formatted(objective.indicator(), objective.baseline(), objective.target()), progress.inWords(),
                progress.givenUpOn() != null ? "given up by an amendment on " + inWords(progress.givenUpOn())
                        : progress.isReached() ? "reached" : "not reached in full");
    }

    private static ContributionLine line(Commitment commitment) {
        // Receivers confirm the money of resource providers, and only while the work lasts; otherwise there is no more than the giver's
        // word.
        boolean money = commitment.kind() == ContributionKind.FUNDS && commitment.seat().role() == Role.RESOURCE_PROVIDER;
        boolean onlySaid = money && commitment.received().compareTo(commitment.amount()) < 0;
        String became = switch (commitment.state()) {
            case PROMISED -> "Still open";
            case RELEASED -> "Released: " + commitment.outcomeReason();
            case KEPT -> onlySaid ? "Said to be kept" : "Kept";
        };
        return new ContributionLine(commitment.name(), commitment.seat().role().label(), commitment.inWords(),
                money ? "%s; confirmed as received: %s".formatted(became, commitment.receivedInWords()) : became);
    }

    /** What the partnership did to each partner, as that one stated last. */
    private List<ImpactLine> impacts(PartnershipId partnership) {
        Map<OrganisationId, StatedImpact> last = new LinkedHashMap<>();
        reviews.impacts(partnership).forEach(one -> last.put(one.organisation(), one));
        return last.values().stream().sorted(Comparator.comparing(one -> one.name().toLowerCase(Locale.ROOT)))
                .map(ClosingReports::line).toList();
    }

    private static ImpactLine line(StatedImpact stated) {
        return new ImpactLine(stated.name(), "%d of 5 (Review %d)".formatted(stated.impact().rating(), stated.reviewNr()),
                stated.impact().words(), stated.impact().learned());
    }

    private static LessonLine line(ToldLesson told) {
        Lesson lesson = told.lesson();
        return new LessonLine(told.name(), lesson.worked(), lesson.setting(), lesson.failed(), lesson.evidence(), lesson.tagNames(),
                told.shared() ? "all who use this house" : "this partnership alone");
    }

    private static ItemLine line(Settlement settlement) {
        return new ItemLine(settlement.item().label(), settlement.done() ? "settled" : "left open", settlement.words());
    }

    private static List<HealthLine> means(List<Health> health) {
        Map<String, List<Health>> byQuestion = new LinkedHashMap<>();
        health.forEach(one -> byQuestion.computeIfAbsent(one.finding().question().label(), label -> new ArrayList<>()).add(one));
        return byQuestion.entrySet().stream().map(question -> new HealthLine(question.getKey(), question.getValue().stream()
                .map(one -> String.format(Locale.ENGLISH, "%.2f", one.finding().mean())).collect(joining(" → ")))).toList();
    }

    /** Null with fewer than two reviews: there is no trend in one. */
    private static String trend(List<Health> health) {
        List<Integer> moments = List.copyOf(new TreeSet<>(health.stream().map(Health::reviewNr).toList()));
        if (moments.size() < 2) {
            return null;
        }
        Map<String, List<Double>> lines = new LinkedHashMap<>();
        for (Health one : health) {
            lines.computeIfAbsent(one.finding().question().label(), label -> new ArrayList<>(Collections.nCopies(moments.size(), null)))
                    .set(moments.indexOf(one.reviewNr()), one.finding().mean());
        }
        return new HealthTrend("Health of the partnership, review by review", moments.stream().map(nr -> "Review " + nr).toList(),
                lines.entrySet().stream().map(line -> new HealthTrend.Line(line.getKey(), line.getValue())).toList()).svg();
    }

    private String name(OrganisationId organisation) {
        return organisations.card(organisation).name();
    }
}
