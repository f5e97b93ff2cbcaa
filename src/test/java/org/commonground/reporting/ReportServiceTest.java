package org.commonground.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.commonground.stage.Refusals.refused;
import static org.commonground.work.FiveAtWork.DECIDER;
import static org.commonground.work.FiveAtWork.FARMERS;
import static org.commonground.work.FiveAtWork.FFS;
import static org.commonground.work.FiveAtWork.FRIEND;
import static org.commonground.work.FiveAtWork.FUNDER;
import static org.commonground.work.FiveAtWork.GOI;
import static org.commonground.work.FiveAtWork.NGO;
import static org.commonground.work.FiveAtWork.SEALED;
import static org.commonground.work.FiveAtWork.SHOP;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import org.commonground.engine.MovableClock;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.foundation.Seat;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.SeatIn;
import org.commonground.partnership.Standing;
import org.commonground.foundation.Level;
import org.commonground.period.PeriodService;
import org.commonground.period.Wishes;
import org.commonground.stage.DomainTest;
import org.commonground.stage.Ladder;
import org.commonground.stage.SampleAgreement;
import org.commonground.work.Alert;
import org.commonground.work.AlertKind;
import org.commonground.work.AlertRaised;
import org.commonground.work.Alerts;
import org.commonground.work.FiveAtWork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;

/** What the reports promise: each seat says its part of a period, once, and all read it. */
@DomainTest
class ReportServiceTest {

    @Autowired
    ReportService service;
    @Autowired
    PeriodService periods;
    @Autowired
    PeriodPapers papers;
    @Autowired
    PartnershipService partnerships;
    @Autowired
    Alerts alerts;
    @Autowired
    Ladder ladder;
    @Autowired
    SampleAgreement agreed;
    @Autowired
    MovableClock clock;
    @Autowired
    ApplicationEvents events;

    private PartnershipId id;

    @BeforeEach
    void the_first_period_is_over() {
        today(SEALED);
        id = FiveAtWork.in(ladder, agreed);
        periods.open(id);
        today(SEALED.plusMonths(3));
    }

    @Test
    void each_seat_says_its_part_once_and_who_joins_later_is_asked_the_next_time() {
        assertThat(service.awaited(id)).containsExactlyInAnyOrder(DECIDER, FUNDER, FiveAtWork.WORKER, FARMERS, FRIEND);
        refused("Please say something: if nothing happened in this period, say that.", () -> new SeatPart("  ", null, List.of()));
        service.tell(id, FRIEND, new SeatPart("The shelves are full.", null, List.of()), "somebody");
        refused("A colleague has sent this report already.",
                () -> service.tell(id, FRIEND, new SeatPart("Again", null, List.of()), "somebody"));
        ladder.verified(List.of(new OrganisationId("Coop")));
        clock.setTo(SEALED.plusMonths(3).atTime(10, 0).toInstant(ZoneOffset.UTC));
        partnerships.admit(id, new OrganisationId("Coop"), Standing.PARTNER,
                List.of(new SeatIn(Role.PARTICIPANT, Level.LOCAL, null, null)));
        assertThat(service.awaited(id)).as("the newcomer came while the others reported")
                .containsExactlyInAnyOrder(DECIDER, FUNDER, FiveAtWork.WORKER, FARMERS);
        service.close(id);
        periods.open(id);
        today(SEALED.plusMonths(6));
        assertThat(service.awaited(id)).contains(new Seat(new OrganisationId("Coop"), Role.PARTICIPANT));
    }

    @Test
    void what_seats_say_is_told_to_all_lies_among_the_papers_and_what_is_new_is_a_result() {
        Seat village = new Seat(FFS, Role.PARTICIPANT);
        service.tell(id, DECIDER, new SeatPart("The rule was read twice.", null,
                List.of(new Report.Outcome(ResultKind.POLICY, "Spraying needs a card", null, null))), "somebody");
        service.tell(id, FUNDER, new SeatPart("Two trainers.", "The bank", List.of(new Report.Outcome(ResultKind.GRANT,
                "From the bank, for seed", new BigDecimal("500"), "EUR"))), "somebody");
        service.tell(id, FRIEND, new SeatPart("Full shelves <b>here</b>.", null, List.of()), "somebody");
        service.tell(id, village, new SeatPart("The schools came late.", "Come before the rain.", List.of()), "somebody");
        assertThat(service.ofLastPeriod(id)).as("the period is not over").isEmpty();
        service.close(id);
        assertThat(events.stream(PeriodClosed.class)).singleElement().satisfies(fact -> {
            assertThat(fact.told()).extracting(PeriodClosed.Told::heading, PeriodClosed.Told::lines).containsExactly(
                    tuple("What the participants met", List.of("Organisation Ffs: The schools came late.")),
                    tuple("What the participants want changed", List.of("Organisation Ffs: Come before the rain.")),
                    tuple("What was decided", List.of("Organisation Goi: The rule was read twice.")),
                    tuple("What was given", List.of("Organisation Eu: Two trainers.")),
                    tuple("Who was introduced to whom", List.of("Organisation Eu: The bank")),
                    tuple("What the allies saw", List.of("Organisation Shop: Full shelves <b>here</b>.")));
            assertThat(fact.results()).containsExactly("New grant: From the bank, for seed (500 EUR). Organisation Eu",
                    "Policy outcome: Spraying needs a card. Organisation Goi");
        });
        assertThat(service.results(id)).extracting(WorkResult::kind).containsExactly(ResultKind.GRANT, ResultKind.POLICY);
        assertThat(service.ofLastPeriod(id)).containsExactly(new Wishes.Wish("Organisation Ffs", "Come before the rain."));
        assertThat(service.wishes(id)).containsExactly(new Wishes.Wish("Organisation Ffs, period 1", "Come before the rain."));
        assertThat(papers.of(id)).singleElement().satisfies(one -> assertThat(one.title()).isEqualTo("Period 1"));
        assertThat(papers.page(id, 1)).contains("The schools came late.", "Spraying needs a card", "Organisation Ngo as implementer",
                "Full shelves &lt;b&gt;here&lt;/b&gt;.");
    }

    @Test
    void whoever_said_nothing_is_missed_until_it_speaks_again_and_silent_only_where_it_said_nothing_at_all() {
        service.tell(id, FRIEND, new SeatPart("Full shelves.", null, List.of()), "somebody");
        service.close(id);
        assertThat(service.isSilent(periods.periods(id).get(0), GOI)).isTrue();
        assertThat(service.isSilent(periods.periods(id).get(0), SHOP)).isFalse();
        assertThat(open(GOI)).containsExactly(AlertKind.REPORT_MISSING);
        assertThat(open(SHOP)).isEmpty();
        periods.open(id);
        today(SEALED.plusMonths(6));
        service.tell(id, DECIDER, new SeatPart("Nothing was decided.", null, List.of()), "somebody");
        assertThat(open(GOI)).isEmpty();
        assertThat(open(NGO)).as("others are still missed").containsExactly(AlertKind.REPORT_MISSING);
    }

    @Test
    void a_report_has_a_line_for_each_objective() {
        refused("Please report on each objective once. Reload the page if one is missing.",
                () -> report(NGO, line(1, "9", ProgressStanding.ON_THE_WAY)));
        refused("Please report on each objective once. Reload the page if one is missing.",
                () -> report(NGO, line(1, "9", ProgressStanding.ON_THE_WAY), line(1, "8", ProgressStanding.ON_THE_WAY)));
        refused("Objective 1: please write what you measured, or choose “not our part”.", () -> line(1, " ", ProgressStanding.BEHIND));
        report(NGO, line(1, "9", ProgressStanding.ON_THE_WAY), line(2, null, ProgressStanding.NOT_OURS));
        refused("A colleague has sent this report already.",
                () -> report(NGO, line(1, "9", ProgressStanding.ON_THE_WAY), line(2, "1", ProgressStanding.BEHIND)));
        assertThat(service.awaited(id)).containsExactlyInAnyOrder(DECIDER, FUNDER, FARMERS, FRIEND);
    }

    @Test
    void progress_is_what_each_said_last_and_an_objective_is_reached_when_all_say_so() {
        report(NGO, line(1, "9", ProgressStanding.ON_THE_WAY), line(2, null, ProgressStanding.NOT_OURS));
        report(FFS, line(1, "5", ProgressStanding.REACHED), line(2, "15", ProgressStanding.REACHED));
        service.close(id);
        periods.open(id);
        assertThat(service.progress(id)).extracting(ObjectiveProgress::isReached).containsExactly(false, true);
        report(NGO, line(1, "5", ProgressStanding.REACHED), line(2, null, ProgressStanding.NOT_OURS));
        assertThat(service.progress(id).get(0).isReached()).isTrue();
        assertThat(service.progress(id).get(0).latest()).extracting(ObjectiveProgress.Latest::period).containsExactly(1, 2);
        assertThat(service.progress(id).get(1).inWords()).isEqualTo("Organisation Ffs: 15 (target reached)");
    }

    @Test
    void policy_outcomes_and_new_grants_are_kept_as_results() {
        refused("“A grant”: an amount and its currency go together.",
                () -> new Report.Outcome(ResultKind.GRANT, "A grant", BigDecimal.TEN, null));
        refused("“A grant”: XYZ is no currency. Please write its three letters, such as EUR or INR.",
                () -> new Report.Outcome(ResultKind.GRANT, "A grant", BigDecimal.TEN, "XYZ"));
        service.report(id, NGO, new Report(List.of(line(1, "9", ProgressStanding.BEHIND), line(2, "9", ProgressStanding.BEHIND)), "Rain",
                List.of(new Report.Outcome(ResultKind.GRANT, "From the bank", new BigDecimal("5000.50"), "EUR"),
                        new Report.Outcome(ResultKind.POLICY, "A new rule", null, null)), List.of()), "ngo");
        assertThat(service.results(id)).extracting(WorkResult::kind, WorkResult::inWords).containsExactly(
                tuple(ResultKind.GRANT, "From the bank (5,000.50 EUR)"), tuple(ResultKind.POLICY, "A new rule"));
    }

    @Test
    void officers_with_too_many_groups_raise_an_alert_until_it_is_fine_again() {
        service.report(id, NGO, new Report(List.of(line(1, "9", ProgressStanding.BEHIND), line(2, "9", ProgressStanding.BEHIND)),
                null, List.of(), List.of(new Report.Officer("Ravi", 9, 4), new Report.Officer("Lata", 2, 3))), "ngo");
        assertThat(service.officers(id, NGO).mostGroups()).isEqualTo(9);
        assertThat(service.officers(id, NGO).groupsWithoutVisit()).isEqualTo(5);
        service.judgeOfficers(id, NGO, OfficerLoad.OVERLOADED, "Too many.");
        assertThat(alerts()).containsExactly(AlertKind.OVERLOAD);
        assertThat(events.stream(AlertRaised.class)).singleElement()
                .satisfies(fact -> assertThat(fact.concerned()).containsExactly(NGO, GOI));
        service.judgeOfficers(id, NGO, OfficerLoad.UNVISITED, "Nobody came.");
        assertThat(alerts()).containsExactly(AlertKind.QUALITY_AT_RISK);
        service.judgeOfficers(id, NGO, OfficerLoad.OVERLOADED, "Too many.");
        assertThat(alerts()).as("worse is not better").containsExactlyInAnyOrder(AlertKind.OVERLOAD, AlertKind.QUALITY_AT_RISK);
        service.judgeOfficers(id, NGO, OfficerLoad.FINE, "Fine.");
        assertThat(alerts()).isEmpty();
    }

    @Test
    void who_names_no_officer_is_not_judged() {
        report(NGO, line(1, "9", ProgressStanding.BEHIND), line(2, "9", ProgressStanding.BEHIND));
        service.judgeOfficers(id, NGO, OfficerLoad.OVERLOADED, "Too many.");
        assertThat(alerts()).isEmpty();
    }

    @Test
    void when_a_period_closes_all_hear_what_was_reached_and_who_is_missing() {
        service.report(id, NGO, new Report(List.of(line(1, "9", ProgressStanding.ON_THE_WAY), line(2, null, ProgressStanding.NOT_OURS)),
                "The rain came late.", List.of(), List.of()), "somebody");
        service.close(id);
        assertThat(events.stream(PeriodClosed.class)).singleElement().satisfies(fact -> {
            assertThat(fact.progress()).containsExactly("Farmers spray less (target: 5): Organisation Ngo: 9 (on the way)",
                    "Yields hold (target: 15): nothing reported yet");
            assertThat(fact.hindered()).containsExactly("Organisation Ngo: The rain came late.");
            assertThat(fact.missing()).containsExactlyInAnyOrder("Organisation Ffs as implementer", "Organisation Goi as decision maker",
                    "Organisation Eu as resource provider", "Organisation Shop as ally");
        });
        assertThat(alerts()).hasSize(4).containsOnly(AlertKind.REPORT_MISSING);
        refused("This period is over. What was said in it stands.",
                () -> report(FFS, line(1, "9", ProgressStanding.BEHIND), line(2, "9", ProgressStanding.BEHIND)));
    }

    private void report(OrganisationId organisation, Report.Line... lines) {
        service.report(id, organisation, new Report(List.of(lines), null, List.of(), List.of()), "somebody");
    }

    private static Report.Line line(int objective, String measured, ProgressStanding standing) {
        return new Report.Line(objective, measured, standing);
    }

    private List<AlertKind> open(OrganisationId organisation) {
        return alerts.of(id).stream().filter(Alert::isOpen).filter(one -> one.organisation().equals(organisation))
                .map(Alert::kind).toList();
    }

    private List<AlertKind> alerts() {
        return alerts.of(id).stream().filter(Alert::isOpen).map(Alert::kind).toList();
    }

    private void today(LocalDate day) {
        clock.setTo(day.atTime(9, 0).toInstant(ZoneOffset.UTC));
    }
}
