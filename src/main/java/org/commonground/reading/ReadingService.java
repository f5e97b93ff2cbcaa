package org.commonground.reading;

import static org.commonground.foundation.Words.said;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.foundation.Role;
import org.commonground.foundation.Seat;
import org.commonground.partnership.PartnershipService;
import org.commonground.period.Period;
import org.commonground.period.PeriodService;
import org.commonground.reporting.AskedBack;
import org.commonground.reporting.Report;
import org.commonground.reporting.ReportService;
import org.commonground.reporting.ReportedFigure;
import org.commonground.reporting.ReportedLine;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reports are received by those who fund the work and by who leads it. Each report may be sent back once, with a question; whoever wrote it
 * answers and may correct its figures. Nothing waits for that: the next period is planned meanwhile.
 */
@Service
public class ReadingService implements AskedBack {

    private final ReadingTables tables;
    private final ReportService reports;
    private final PeriodService periods;
    private final PartnershipService partnerships;
    private final ApplicationEventPublisher facts;

    ReadingService(ReadingTables tables, ReportService reports, PeriodService periods, PartnershipService partnerships,
            ApplicationEventPublisher facts) {
        this.tables = tables;
        this.reports = reports;
        this.periods = periods;
        this.partnerships = partnerships;
        this.facts = facts;
    }

    /** Those who have not read the reports of a period yet: who funds the work and who leads it, where others have reported. */
    public List<OrganisationId> readers(PartnershipId partnership, UUID period) {
        List<OrganisationId> read = tables.haveRead(period);
        List<Seat> told = reports.told(period);
        List<OrganisationId> later = partnerships.joinedAfter(partnership, periods.closed(partnership, period).closedAt());
        return Stream.concat(partnerships.presentLead(partnership).stream(), partnerships.seats(partnership).stream()
                .filter(held -> held.seat().role() == Role.RESOURCE_PROVIDER).map(held -> held.organisation())).distinct()
                .filter(one -> !read.contains(one) && !later.contains(one))
                .filter(one -> told.stream().anyMatch(seat -> !seat.organisation().equals(one))).toList();
    }

    /** What others said of a period. */
    public List<ReportedLine> toRead(PartnershipId partnership, UUID period, OrganisationId reader) {
        return reports.statements(partnership, periods.closed(partnership, period)).stream()
                .filter(one -> !one.seat().organisation().equals(reader)).toList();
    }

    /** The reports that a reader may send back: those of others, which nobody has sent back yet. */
    public List<Seat> mayAskAbout(UUID period, OrganisationId reader) {
        List<Seat> asked = tables.questions(period).stream().map(ReportQuestion::seat).toList();
        return reports.told(period).stream().filter(seat -> !seat.organisation().equals(reader) && !asked.contains(seat)).toList();
    }

    /** Keeps that an organisation has read the reports of a period, and those that it sends back. */
    @Transactional
    public void read(UUID period, OrganisationId reader, List<SentBack> sentBack) {
        Refusal.unless(!tables.haveRead(period).contains(reader), "A colleague has read these reports already.");
        List<ReportQuestion> asked = tables.questions(period);
        List<Seat> told = reports.told(period);
        Set<Seat> here = new HashSet<>();
        for (SentBack one : sentBack) {
            Refusal.unless(!one.seat().organisation().equals(reader), "This is a report of your own organisation: others read it.");
            Refusal.unless(told.contains(one.seat()), "There is no such report. Reload the page and choose again.");
            Refusal.unless(here.add(one.seat()), "Please write one question about each report: it is sent back once.");
            asked.stream().filter(other -> other.seat().equals(one.seat())).findFirst().ifPresent(other -> {
                throw new Refusal("%s has asked about the report of %s meanwhile: “%s” All read the answer. Please take your line out."
                        .formatted(other.askerName(), other.whose(), other.question()));
            });
        }
        tables.read(period, reader, sentBack);
    }

    /** The reports that were sent back to who is there, and not answered yet. */
    public List<Seat> toAnswer(PartnershipId partnership, UUID period) {
        List<OrganisationId> present = partnerships.memberIds(partnership);
        return tables.questions(period).stream().filter(one -> one.answer() == null).map(ReportQuestion::seat)
                .filter(seat -> present.contains(seat.organisation())).toList();
    }

    /** What was asked about the report of a seat. */
    public ReportQuestion question(UUID period, Seat seat) {
        return tables.questions(period).stream().filter(one -> one.seat().equals(seat)).findFirst().orElseThrow();
    }

    /** The figures of the report that was sent back; none where it has none. */
    public List<ReportedFigure> figures(UUID period, Seat seat) {
        return seat.role() == Role.IMPLEMENTER ? reports.figures(period, seat.organisation()) : List.of();
    }

    /** What a seat said of a period. */
    public List<ReportedLine> statementsOf(PartnershipId partnership, UUID period, Seat seat) {
        return reports.statements(partnership, periods.closed(partnership, period)).stream()
                .filter(one -> one.seat().equals(seat)).toList();
    }

    /**
     * Takes the answer about a report.
     *
     * @param figures of the report, corrected or as they were
     */
    @Transactional
    public void answer(UUID period, Seat seat, String answer, List<Report.Line> figures) {
        ReportQuestion question = question(period, seat);
        Refusal.unless(question.answer() == null, "A colleague has answered this already.");
        String words = said(answer, "Please answer the question: all partners read it.");
        List<Report.Line> stand = figures(period, seat).stream().map(ReportedFigure::line).toList();
        Refusal.unless(figures.stream().map(Report.Line::objective).toList().equals(stand.stream().map(Report.Line::objective).toList()),
                "Please keep one line for each objective. Reload the page if one is missing.");
        tables.answer(question.id(), words, figures.stream().filter(line -> !stand.contains(line)).toList());
    }

    /** Tells all what was asked about the reports of a period and what was answered; nothing where nothing was asked. */
    @Transactional
    public void tell(PartnershipId partnership, UUID period) {
        List<ReportQuestion> questions = tables.questions(period);
        if (!questions.isEmpty()) {
            facts.publishEvent(new ReportsRead(partnership, periods.closed(partnership, period).inWords(), questions.stream()
                    .map(one -> "%s asked %s: “%s” %s".formatted(one.askerName(), one.whose(), one.question(), one.answered())).toList(),
                    partnerships.memberIds(partnership)));
        }
    }

    @Override
    public List<Line> of(Period period) {
        return tables.questions(period.id()).stream()
                .map(one -> new Line(one.whose(), one.askerName(), one.question(), one.answered())).toList();
    }
}
