package org.commonground.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.commonground.stage.Refusals.refused;
import static org.commonground.work.FiveAtWork.EU;
import static org.commonground.work.FiveAtWork.FARMERS;
import static org.commonground.work.FiveAtWork.FRIEND;
import static org.commonground.work.FiveAtWork.FUNDER;
import static org.commonground.work.FiveAtWork.GOI;
import static org.commonground.work.FiveAtWork.NGO;
import static org.commonground.work.FiveAtWork.SEALED;
import static org.commonground.work.FiveAtWork.WORKER;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.commonground.engine.MovableClock;
import org.commonground.foundation.PartnershipId;
import org.commonground.partnership.PartnershipService;
import org.commonground.period.Period;
import org.commonground.period.PeriodService;
import org.commonground.reporting.ProgressStanding;
import org.commonground.reporting.Report;
import org.commonground.reporting.ReportService;
import org.commonground.reporting.SeatPart;
import org.commonground.reporting.ReportedLine;
import org.commonground.stage.DomainTest;
import org.commonground.stage.Ladder;
import org.commonground.stage.SampleAgreement;
import org.commonground.work.FiveAtWork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;

/** What the reading of reports promises: each may be sent back once, by those who receive it and never by who wrote it. */
@DomainTest
class ReadingServiceTest {

    @Autowired
    ReadingService service;
    @Autowired
    ReportService reports;
    @Autowired
    PeriodService periods;
    @Autowired
    PartnershipService partnerships;
    @Autowired
    Ladder ladder;
    @Autowired
    SampleAgreement agreed;
    @Autowired
    MovableClock clock;
    @Autowired
    ApplicationEvents events;

    private PartnershipId id;
    private UUID period;

    @BeforeEach
    void three_have_reported() {
        today(SEALED);
        id = FiveAtWork.in(ladder, agreed);
        periods.open(id);
        today(SEALED.plusMonths(3));
        reports.report(id, NGO, new Report(List.of(line(1, "9", ProgressStanding.ON_THE_WAY), line(2, null, ProgressStanding.NOT_OURS)),
                "The rain", List.of(), List.of()), "ngo");
        reports.tell(id, FUNDER, new SeatPart("Two trainers.", null, List.of()), "somebody");
        reports.tell(id, FRIEND, new SeatPart("Full shelves.", null, List.of()), "somebody");
        reports.close(id);
        period = periods.lastClosed(id).id();
    }

    @Test
    void who_leads_and_who_funds_read_what_the_others_said() {
        assertThat(service.readers(id, period)).containsExactly(GOI, EU);
        assertThat(service.toRead(id, period, EU)).extracting(ReportedLine::who, ReportedLine::about, ReportedLine::words).containsExactly(
                tuple("Organisation Ngo", "Farmers spray less", "9 (on the way)"),
                tuple("Organisation Ngo", "What stood in the way", "The rain"),
                tuple("Organisation Shop", "What the allies saw", "Full shelves."));
        assertThat(service.mayAskAbout(period, EU)).containsExactlyInAnyOrder(WORKER, FRIEND);
        service.read(period, EU, List.of());
        assertThat(service.readers(id, period)).containsExactly(GOI);
        refused("A colleague has read these reports already.", () -> service.read(period, EU, List.of()));
        partnerships.leave(id, GOI, "No staff", "somebody");
        assertThat(service.readers(id, period)).as("nobody waits for who has left").doesNotContain(GOI);
    }

    @Test
    void a_report_is_sent_back_once_with_a_question_and_never_by_who_wrote_it() {
        refused("Please write your question.", () -> new SentBack(WORKER, " "));
        refused("This is a report of your own organisation: others read it.",
                () -> service.read(period, EU, List.of(new SentBack(FUNDER, "Why?"))));
        refused("There is no such report. Reload the page and choose again.",
                () -> service.read(period, EU, List.of(new SentBack(FARMERS, "Why?"))));
        refused("Please write one question about each report: it is sent back once.",
                () -> service.read(period, EU, List.of(new SentBack(WORKER, "Why?"), new SentBack(WORKER, "And when?"))));
        assertThat(service.readers(id, period)).as("what was refused changed nothing").containsExactly(GOI, EU);
        service.read(period, EU, List.of(new SentBack(WORKER, "Why 9?")));
        refused("Organisation Eu has asked about the report of Organisation Ngo as implementer meanwhile: “Why 9?” All read the answer. "
                + "Please take your line out.", () -> service.read(period, GOI, List.of(new SentBack(WORKER, "Why?"))));
        assertThat(service.mayAskAbout(period, GOI)).containsExactlyInAnyOrder(FUNDER, FRIEND);
        assertThat(service.toAnswer(id, period)).containsExactly(WORKER);
    }

    @Test
    void who_wrote_it_answers_and_may_correct_its_figures_and_all_read_it() {
        service.read(period, EU, List.of(new SentBack(WORKER, "Why 9?"), new SentBack(FRIEND, "Which shelves?")));
        refused("Please answer the question: all partners read it.", () -> service.answer(period, WORKER, " ", List.of()));
        refused("Please keep one line for each objective. Reload the page if one is missing.",
                () -> service.answer(period, WORKER, "It was 8.", List.of(line(1, "8", ProgressStanding.ON_THE_WAY))));
        service.answer(period, WORKER, "We counted one twice.",
                List.of(line(1, "8", ProgressStanding.BEHIND), line(2, null, ProgressStanding.NOT_OURS)));
        refused("A colleague has answered this already.", () -> service.answer(period, WORKER, "Once more", List.of()));
        assertThat(reports.progress(id).get(0).inWords()).isEqualTo("Organisation Ngo: 8 (behind)");
        service.tell(id, period);
        assertThat(events.stream(ReportsRead.class)).singleElement().satisfies(fact -> assertThat(fact.lines()).containsExactly(
                "Organisation Eu asked Organisation Ngo as implementer: “Why 9?” We counted one twice.",
                "Organisation Eu asked Organisation Shop as ally: “Which shelves?” No answer came in time: the report stands as it was."));
        Period over = periods.lastClosed(id);
        assertThat(service.of(over)).extracting(one -> one.whose()).containsExactly("Organisation Ngo as implementer",
                "Organisation Shop as ally");
    }

    @Test
    void where_nothing_was_asked_nobody_is_told_anything() {
        service.read(period, EU, List.of());
        service.tell(id, period);
        assertThat(events.stream(ReportsRead.class)).isEmpty();
    }

    private static Report.Line line(int objective, String measured, ProgressStanding standing) {
        return new Report.Line(objective, measured, standing);
    }

    private void today(LocalDate day) {
        clock.setTo(day.atTime(9, 0).toInstant(ZoneOffset.UTC));
    }
}
