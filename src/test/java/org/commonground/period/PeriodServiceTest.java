package org.commonground.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.commonground.work.FiveAtWork.FFS;
import static org.commonground.work.FiveAtWork.NGO;
import static org.commonground.work.FiveAtWork.SEALED;
import static org.commonground.stage.Refusals.refused;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

import org.commonground.engine.MovableClock;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.stage.DomainTest;
import org.commonground.stage.Ladder;
import org.commonground.stage.SampleAgreement;
import org.commonground.vision.AgendaItem;
import org.commonground.work.Alert;
import org.commonground.work.AlertKind;
import org.commonground.work.Alerts;
import org.commonground.work.FiveAtWork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;

/** What the periods of the work promise. The agreement was sealed on 31 August, and a period has three months. */
@DomainTest
class PeriodServiceTest {

    private static final String COORDINATOR = "coordinator";

    @Autowired
    PeriodService service;
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
    void the_first_period_begins() {
        today(SEALED);
        id = FiveAtWork.in(ladder, agreed);
        service.open(id);
    }

    // The rhythm

    @Test
    void periods_are_counted_from_the_day_of_sealing_and_do_not_drift_with_short_months() {
        Stream.of(LocalDate.of(2027, 12, 3), LocalDate.of(2028, 3, 4), LocalDate.of(2028, 6, 5)).forEach(day -> {
            today(day);
            service.close(id);
            service.open(id);
        });
        assertThat(service.periods(id)).extracting(Period::begins, Period::ends).containsExactly(
                tuple(LocalDate.of(2027, 8, 31), LocalDate.of(2027, 11, 29)), tuple(LocalDate.of(2027, 11, 30), LocalDate.of(2028, 2, 28)),
                tuple(LocalDate.of(2028, 2, 29), LocalDate.of(2028, 5, 30)), tuple(LocalDate.of(2028, 5, 31), LocalDate.of(2028, 8, 30)));
        service.close(id);
        assertThat(service.isAnother(id)).as("the term is over").isFalse();
        service.open(id);
        assertThat(service.periods(id)).hasSize(4);
    }

    @Test
    void a_period_that_runs_is_not_opened_again() {
        service.open(id);
        assertThat(service.periods(id)).hasSize(1);
        assertThat(service.isAnother(id)).isTrue();
    }

    @Test
    void after_a_long_stop_one_period_covers_what_was_missed() {
        service.close(id);
        today(LocalDate.of(2028, 4, 1));
        service.open(id);
        assertThat(service.current(id).inWords()).isEqualTo("Period 2: 30 November 2027 to 30 May 2028 (it covers 2 reporting periods)");
        assertThat(service.current(id).lastSlot()).isEqualTo(3);
        today(LocalDate.of(2031, 1, 1));
        service.close(id);
        service.open(id);
        assertThat(service.current(id).ends()).as("the term’s end").isEqualTo(LocalDate.of(2028, 8, 30));
    }

    @Test
    void the_last_period_is_reported_before_the_term_ends() {
        assertThat(service.reportOn(id)).isEqualTo(LocalDate.of(2027, 11, 30));
        today(LocalDate.of(2028, 8, 14));
        service.close(id);
        assertThat(service.isLast(id, service.periods(id).get(0))).isFalse();
        service.open(id);
        assertThat(service.reportOn(id)).isEqualTo(LocalDate.of(2028, 8, 15));
        assertThat(service.planners(id)).isNotEmpty();
        today(LocalDate.of(2028, 8, 15));
        assertThat(service.planners(id)).as("it is time to report").isEmpty();
        service.close(id);
        assertThat(service.isLast(id, service.periods(id).get(1))).isTrue();
    }

    // What is agreed anew

    @Test
    void another_rhythm_leaves_the_period_that_runs_as_it_is_and_the_next_one_fits_in() {
        today(LocalDate.of(2027, 12, 3));
        service.close(id);
        service.open(id);
        agreed.amend(id, () -> agreed.reportingMonths = 4);
        assertThat(service.current(id).ends()).isEqualTo(LocalDate.of(2028, 2, 28));
        assertThat(service.reportOn(id)).isEqualTo(LocalDate.of(2028, 2, 29));
        on(LocalDate.of(2028, 3, 2));
        agreed.amend(id, () -> agreed.reportingMonths = 1);
        on(LocalDate.of(2028, 5, 2));
        on(LocalDate.of(2028, 6, 1));
        assertThat(service.periods(id)).as("nothing overlaps, nothing is skipped, all marks are counted from the sealing")
                .extracting(Period::begins, Period::ends).containsExactly(
                tuple(LocalDate.of(2027, 8, 31), LocalDate.of(2027, 11, 29)), tuple(LocalDate.of(2027, 11, 30), LocalDate.of(2028, 2, 28)),
                tuple(LocalDate.of(2028, 2, 29), LocalDate.of(2028, 4, 29)), tuple(LocalDate.of(2028, 4, 30), LocalDate.of(2028, 5, 30)),
                tuple(LocalDate.of(2028, 5, 31), LocalDate.of(2028, 6, 29)));
    }

    @Test
    void a_shorter_rhythm_makes_no_pile_of_periods_in_the_past() {
        agreed.amend(id, () -> agreed.reportingMonths = 12);
        agreed.durationMonths = 36;
        on(LocalDate.of(2027, 12, 1));
        assertThat(service.current(id).ends()).isEqualTo(LocalDate.of(2028, 8, 30));
        today(LocalDate.of(2030, 2, 3));
        agreed.amend(id, () -> agreed.reportingMonths = 1);
        service.close(id);
        service.open(id);
        assertThat(service.periods(id)).hasSize(3);
        assertThat(service.current(id).begins()).isEqualTo(LocalDate.of(2028, 8, 31));
        assertThat(service.current(id).ends()).isEqualTo(LocalDate.of(2030, 2, 27));
    }

    @Test
    void a_shorter_term_ends_the_period_that_runs_and_a_longer_one_lets_it_go_on() {
        assertThat(service.reportOn(id)).isEqualTo(LocalDate.of(2027, 11, 30));
        agreed.amend(id, () -> agreed.durationMonths = 2);
        assertThat(service.current(id).inWords()).isEqualTo("Period 1: 31 August 2027 to 30 October 2027");
        assertThat(service.periods(id)).extracting(Period::ends).containsExactly(LocalDate.of(2027, 10, 30));
        assertThat(service.reportOn(id)).as("while they still work together").isEqualTo(LocalDate.of(2027, 10, 15));
        agreed.amend(id, () -> agreed.durationMonths = 12);
        assertThat(service.reportOn(id)).isEqualTo(LocalDate.of(2027, 11, 30));
        agreed.amend(id, () -> agreed.durationMonths = 2);
        today(LocalDate.of(2027, 10, 20));
        service.close(id);
        assertThat(service.isAnother(id)).isFalse();
        assertThat(service.nextLook(id)).isEqualTo(LocalDate.of(2027, 11, 30));
        assertThat(service.isTermOver(id)).isFalse();
        agreed.amend(id, () -> agreed.durationMonths = 8);
        assertThat(service.nextLook(id)).as("there is work again").isEqualTo(LocalDate.of(2027, 10, 20));
        service.open(id);
        assertThat(service.periods(id)).extracting(Period::begins, Period::ends).containsExactly(
                tuple(LocalDate.of(2027, 8, 31), LocalDate.of(2027, 10, 30)),
                tuple(LocalDate.of(2027, 10, 31), LocalDate.of(2027, 11, 29)));
    }

    @Test
    void a_term_shortened_into_the_past_closes_the_period_that_runs_once() {
        on(LocalDate.of(2027, 12, 3));
        today(LocalDate.of(2028, 2, 1));
        agreed.amend(id, () -> agreed.durationMonths = 2);
        assertThat(service.current(id).begins()).as("it had begun").isEqualTo(service.current(id).ends());
        assertThat(service.reportOn(id)).isBefore(LocalDate.of(2028, 2, 1));
        service.close(id);
        service.open(id);
        service.open(id);
        assertThat(service.periods(id)).hasSize(2).noneMatch(Period::isOpen);
        assertThat(service.isTermOver(id)).isTrue();
    }

    /** The period that runs is closed on this day, and the next one opened. */
    private void on(LocalDate day) {
        today(day);
        service.close(id);
        service.open(id);
    }

    // Plans

    @Test
    void a_period_that_is_over_is_not_planned_any_more() {
        today(LocalDate.of(2027, 11, 29));
        service.comparePlans(id);
        assertThat(service.isUnsettled(id)).isTrue();
        today(LocalDate.of(2027, 11, 30));
        assertThat(service.planners(id)).isEmpty();
        service.comparePlans(id);
        assertThat(events.stream(PlansCompared.class)).as("told while it mattered").hasSize(1);
        assertThat(service.isUnsettled(id)).isFalse();
    }

    @Test
    void a_plan_begins_with_the_agenda() {
        agreed.agenda = List.of(new AgendaItem("Train facilitators", NGO, SEALED.plusMonths(4), "Two trainers"),
                new AgendaItem("Over already", NGO, SEALED.minusDays(1), "Nothing"),
                new AgendaItem("Another’s", FFS, SEALED.plusDays(5), "Nothing"));
        assertThat(service.agendaOf(id, NGO, service.current(id))).extracting(AgendaItem::what).containsExactly("Train facilitators");
        agreed.agenda = List.of();
    }

    @Test
    void a_plan_lies_in_its_period_its_areas_and_its_objectives() {
        refused("“Schools” does not lie in this period, which goes from 31 August 2027 to 29 November 2027.",
                () -> plan(NGO, item("Schools", "Guntur", 0, 100, 1)));
        refused("“Atlantis” is no area of this partnership.", () -> plan(NGO, item("Schools", "Atlantis", 0, 10, 1)));
        refused("Please choose the objective that “Schools” serves.", () -> plan(NGO, item("Schools", "Guntur", 0, 10, 3)));
        refused("Please add what you plan, or say why you plan nothing in this period.", () -> plan(NGO));
        plan(NGO, item("Schools", "Guntur", 0, 10, 1));
        refused("A colleague has sent this plan already.", () -> plan(NGO, item("Schools", "Guntur", 0, 10, 1)));
        assertThat(service.planners(id)).containsExactly(FFS);
        assertThat(service.plans(service.current(id))).singleElement()
                .satisfies(plan -> assertThat(plan.items()).containsExactly(item("Schools", "Guntur", 0, 10, 1)));
    }

    @Test
    void two_who_plan_the_same_in_one_place_at_one_time_clash_and_what_nobody_plans_is_a_gap() {
        plan(NGO, item("Schools", "Guntur", 0, 10, 1), item("Seed fair", "Guntur", 40, 50, 1));
        plan(FFS, item("Alumni evenings", "Guntur", 10, 20, 1), item("Visits", "Guntur", 21, 30, 1));
        service.comparePlans(id);
        assertThat(service.findings(service.current(id))).extracting(PlanFinding::kind)
                .containsExactly(PlanFinding.Kind.CLASH, PlanFinding.Kind.GAP, PlanFinding.Kind.GAP);
        assertThat(service.findings(service.current(id))).extracting(PlanFinding::words).containsExactly(
                "Organisation Ffs (“Alumni evenings”) and Organisation Ngo (“Schools”) work for the same objective in Guntur at the same"
                        + " time. Please agree who does what.",
                "Nobody plans anything for the objective “Yields hold”.", "Nobody plans anything in Warangal.");
        assertThat(events.stream(PlansCompared.class)).singleElement().satisfies(fact -> assertThat(fact.findings()).hasSize(3));
        assertThat(service.isUnsettled(id)).isTrue();
        service.settle(id, "Ffs takes the evenings", COORDINATOR);
        refused("What was agreed about these plans was written down already.", () -> service.settle(id, "Once more", COORDINATOR));
        service.comparePlans(id);
        assertThat(service.isUnsettled(id)).as("what was settled stays settled").isFalse();
        assertThat(events.stream(PlansCompared.class)).as("nobody is asked to talk about it again").hasSize(1);
    }

    @Test
    void different_things_or_times_or_places_do_not_clash() {
        plan(NGO, item("Schools", "Guntur", 0, 10, 1), item("Plots", null, 60, 70, 2));
        plan(FFS, item("Alumni evenings", "Warangal", 0, 10, 1), item("Fair", "Guntur", 0, 10, 2));
        service.comparePlans(id);
        assertThat(service.findings(service.current(id))).isEmpty();
        assertThat(service.isUnsettled(id)).isFalse();
    }

    @Test
    void the_same_words_clash_whatever_they_are_for() {
        plan(NGO, item("Seed fair", "Guntur", 0, 10, 1));
        plan(FFS, item("seed FAIR", null, 5, 15, 2));
        service.comparePlans(id);
        assertThat(service.findings(service.current(id))).extracting(PlanFinding::words).contains(
                "Organisation Ffs (“seed FAIR”) and Organisation Ngo (“Seed fair”) plan the same in Guntur at the same time. Please agree"
                        + " who does what.");
    }

    @Test
    void what_an_implementer_wants_the_others_to_know_is_told_with_the_plans() {
        service.plan(id, NGO, List.of(), "The office moves", "ngo");
        service.comparePlans(id);
        assertThat(events.stream(PlansCompared.class)).singleElement().satisfies(fact ->
                assertThat(fact.remarks()).containsExactly("Organisation Ngo: The office moves"));
    }

    @Test
    void who_sends_no_plan_is_named_and_alerted_until_it_plans() {
        plan(NGO, item("Schools", null, 0, 10, 1), item("Plots", null, 20, 30, 2));
        service.comparePlans(id);
        assertThat(service.findings(service.current(id))).extracting(PlanFinding::words)
                .containsExactly("Organisation Ffs has not said what it plans.");
        assertThat(alerts()).containsExactly(AlertKind.PLAN_MISSING);
        plan(FFS, item("Evenings", null, 40, 50, 1));
        assertThat(alerts()).isEmpty();
    }

    private void plan(OrganisationId organisation, PlanItem... items) {
        service.plan(id, organisation, List.of(items), null, "somebody");
    }

    private static PlanItem item(String what, String area, int from, int to, int objective) {
        return new PlanItem(what, area, SEALED.plusDays(from), SEALED.plusDays(to), objective);
    }

    private List<AlertKind> alerts() {
        return alerts.of(id).stream().filter(Alert::isOpen).map(Alert::kind).toList();
    }

    private void today(LocalDate day) {
        clock.setTo(day.atTime(9, 0).toInstant(ZoneOffset.UTC));
    }
}
