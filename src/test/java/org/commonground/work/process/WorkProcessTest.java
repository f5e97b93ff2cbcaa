package org.commonground.work.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.foundation.Role.ALLY;
import static org.commonground.foundation.Role.DECISION_MAKER;
import static org.commonground.foundation.Role.EXPERT;
import static org.commonground.foundation.Role.IMPLEMENTER;
import static org.commonground.foundation.Role.PARTICIPANT;
import static org.commonground.foundation.Role.RESOURCE_PROVIDER;
import static org.commonground.stage.Refusals.pattern;
import static org.commonground.stage.Stage.with;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.commonground.commitment.Commitment;
import org.commonground.commitment.CommitmentService;
import org.commonground.commitment.CommitmentState;
import org.commonground.foundation.Fact;
import org.commonground.foundation.Level;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.foundation.Seat;
import org.commonground.funding.InstalmentService;
import org.commonground.negotiation.ContributionKind;
import org.commonground.negotiation.SampleTerms;
import org.commonground.reporting.ObjectiveProgress;
import org.commonground.period.Period;
import org.commonground.period.PeriodService;
import org.commonground.reporting.ReportService;
import org.commonground.reporting.WorkResult;
import org.commonground.partnership.PartnershipResumed;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.PartnershipSuspended;
import org.commonground.partnership.SeatIn;
import org.commonground.partnership.Standing;
import org.commonground.stage.Actor;
import org.commonground.stage.Cast;
import org.commonground.stage.Ladder;
import org.commonground.stage.ProcessTest;
import org.commonground.stage.Stage;
import org.commonground.stage.StatementCount;
import org.commonground.story.Answers;
import org.commonground.work.Alert;
import org.commonground.work.AlertKind;
import org.commonground.work.Alerts;
import org.commonground.learning.Lesson;
import org.commonground.learning.LessonService;
import org.commonground.learning.Reach;
import org.commonground.orientation.OrientationService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/**
 * The work in force as people play it: Goi leads and decides, Eu pays, Cicr knows, Ngo and Ffs implement, the farmers of Ffs take part,
 * and Shop supports. They report every three months, for a year.
 */
@ProcessTest
class WorkProcessTest {

    private static final String STEP_OVER =
            "This step is over: somebody has done it, or its time has passed. Please look at your list again.";

    @Autowired
    private Stage stage;
    @Autowired
    private StatementCount statements;
    @Autowired
    private OrientationService orientations;
    @Autowired
    private CommitmentService commitments;
    @Autowired
    private InstalmentService instalments;
    @Autowired
    private Alerts alerts;
    @Autowired
    private LessonService lessons;
    @Autowired
    private PeriodService periods;
    @Autowired
    private ReportService reports;
    @Autowired
    private PartnershipService partnerships;
    @Autowired
    private ApplicationEventPublisher facts;
    @Autowired
    private Ladder ladder;
    @Autowired
    private Clock clock;

    private Cast cast;
    private Actor coordinator;
    private Actor goi;
    private Actor eu;
    private Actor cicr;
    private Actor ngo;
    private Actor ffs;
    private Actor farmers;
    private Actor shop;
    private LocalDate sealed;
    private PartnershipId id;
    private String key;

    @BeforeEach
    void the_agreement_is_sealed() {
        cast = stage.cast().organisation("Goi", "Government", Level.NATIONAL, "India", DECISION_MAKER)
                .organisation("Eu", "European Union", Level.NATIONAL, "India", RESOURCE_PROVIDER)
                .organisation("Cicr", "Cotton institute", Level.LOCAL, "Warangal", EXPERT)
                .organisation("Ngo", "Facilitating NGO", Level.LOCAL, "Guntur", IMPLEMENTER)
                .organisation("Ffs", "Alumni federation", Level.LOCAL, "Guntur", IMPLEMENTER, PARTICIPANT)
                .organisation("Shop", "Retail chain", Level.NATIONAL, "India", ALLY);
        coordinator = cast.coordinator();
        goi = cast.actor("Goi", DECISION_MAKER);
        eu = cast.actor("Eu", RESOURCE_PROVIDER);
        cicr = cast.actor("Cicr", EXPERT);
        ngo = cast.actor("Ngo", IMPLEMENTER);
        ffs = cast.actor("Ffs", IMPLEMENTER);
        farmers = cast.actor("Ffs", PARTICIPANT);
        shop = cast.actor("Shop", ALLY);
        sealed = LocalDate.now(clock);
        id = ladder.sealedForWork(List.of(seat("Goi", DECISION_MAKER), seat("Eu", RESOURCE_PROVIDER), seat("Cicr", EXPERT),
                seat("Ngo", IMPLEMENTER), seat("Ffs", IMPLEMENTER), seat("Ffs", PARTICIPANT), seat("Shop", ALLY)));
        key = id.value();
        begins();
    }

    @Test
    void the_work_is_begun_committed_planned_paid_and_reported() {
        Map<String, Object> meeting = coordinator.opens("Orient partners", key);
        assertThat(meeting.get("agenda").toString()).contains("Train the first facilitators");
        assertThat(coordinator.isRefused("Orient partners", key, Answers.orientation(sealed.plusDays(1), cast.code("Goi"))))
                .isEqualTo("Please write the orientation down once it was held.");
        coordinator.completes("Orient partners", key, Map.of("held", "no", "minutes", "Begin with the schools."));
        assertThat((String) coordinator.opens("Set up secretariat", key).get("reason")).contains("four partners or more");
        coordinator.completes("Set up secretariat", key, Answers.secretariat(cast, "Goi", "Eu"));

        // What each seat brings
        assertThat(cicr.sees(key)).containsExactly("Commit expertise");
        assertThat(farmers.sees(key)).as("the farmers’ seat, not the implementers’").containsExactly("Commit participation");
        goi.completes("Commit policy decisions", key, asAgreed(goi, "Commit policy decisions"));
        Map<String, Object> less = asAgreed(ngo, "Commit activities");
        change(less, "amount", 30);
        assertThat(ngo.isRefused("Commit activities", key, less))
                .isEqualTo("“Field schools” is not as agreed (30 groups instead of 40 groups). Please say why: all partners read the "
                        + "reason.");
        change(less, "reason", "Two facilitators left");
        ngo.completes("Commit activities", key, less);
        assertThat(cicr.opens("Commit expertise", key).get("differences").toString()).contains("Two facilitators left");
        cicr.completes("Commit expertise", key, asAgreed(cicr, "Commit expertise"));
        ffs.completes("Commit activities", key, asAgreed(ffs, "Commit activities"));
        farmers.completes("Commit participation", key, asAgreed(farmers, "Commit participation"));
        assertThat(shop.isRefused("Commit support", key, asAgreed(shop, "Commit support")))
                .isEqualTo("Please say at least one thing that you bring. A small thing counts.");
        shop.completes("Commit support", key, Answers.support(1));
        Map<String, Object> funds = asAgreed(eu, "Commit funds");
        funds.put("instalments", List.of(instalment(60_000, sealed.plusDays(40)), instalment(30_000, sealed.plusDays(130))));
        assertThat(eu.isRefused("Commit funds", key, funds))
                .isEqualTo("“Money for the schools”: the instalments make 90,000 EUR, but you commit 100,000 EUR. Please bring the two "
                        + "together.");
        funds.put("instalments", List.of(instalment(60_000, sealed.plusDays(40)), instalment(40_000, sealed.plusDays(130))));
        eu.completes("Commit funds", key, funds);
        assertThat(commitments.silentSeats(id)).isEmpty();
        assertThat(commitment("Ngo").difference()).isEqualTo("30 groups instead of 40 groups");

        // Plans
        lessons.tellAtTheEnd(id, cast.id("Cicr"), Lesson.atTheEnd("Schools before the rain.", "In dry fields", "Schools in the rain", null,
                "Cotton, poison, farmer field schools, district, pest management, farmers"), Reach.OWN, "cicr");
        assertThat(ngo.opens("Plan period", key).get("items").toString()).as("from the agenda").contains("Train the first facilitators");
        assertThat(ngo.opens("Plan period", key).get("lessons").toString()).contains("Schools before the rain.", "in this partnership",
                "From the same place, Guntur.");
        List<String> sent = statements.during(ngo.submission("Plan period", key,
                Answers.plan("Field schools", "Guntur", sealed.plusDays(10), sealed.plusDays(50), 1)));
        assertThat(sent).as(String.join("\n", sent)).hasSizeLessThanOrEqualTo(44);
        assertThat(ffs.opens("Plan period", key).get("plans").toString()).contains("Field schools", "Guntur");
        assertThat(ffs.isRefused("Plan period", key, Answers.plan("Schools", "Guntur", sealed.plusDays(10), sealed.plusYears(1), 1)))
                .matches(pattern("“Schools” does not lie in this period, which goes from … to …."));
        ffs.completes("Plan period", key, Answers.plan("Alumni train farmers", "Guntur", sealed.plusDays(20), sealed.plusDays(60), 1));
        assertThat(coordinator.opens("Settle plans", key).get("findings").toString())
                .contains("work for the same objective in Guntur at the same time", "Nobody plans anything in Warangal",
                        "Nobody plans anything for the objective “Yields hold”");
        coordinator.completes("Settle plans", key, with("settlement", "Ngo takes the north, Ffs the south"));

        // Money
        assertThat(ngo.sees(key)).isEmpty();
        stage.fires("Instalment due", key);
        assertThat(ngo.sees(key)).as("Eu might have promised something for tomorrow, but did not").isEmpty();
        stage.fires("Instalment due", key);
        assertThat((String) ngo.opens("Confirm instalment", key).get("promised")).isEqualTo("60,000 EUR");
        assertThat(eu.sees(key)).as("who promised does not say whether it came").isEmpty();
        ngo.completes("Confirm instalment", key, with("came", "notYet", "expectedOn", LocalDate.now(clock).plusDays(9).toString(),
                "known", "The bank asks for a paper"));
        assertThat(openAlerts()).singleElement().satisfies(alert -> assertThat(alert.words())
                .contains("60,000 EUR of " + cast.name("Eu"), "The bank asks for a paper."));
        stage.fires("Instalment due", key);
        ngo.completes("Confirm instalment", key, received(50_000));
        stage.fires("Instalment due", key);
        assertThat(ngo.isRefused("Confirm instalment", key, received(20_000)))
                .isEqualTo("At most 10,000 EUR is still to come of this instalment. If more came, please count the rest towards another "
                        + "one.");
        ngo.completes("Confirm instalment", key, received(10_000));
        assertThat(openAlerts()).isEmpty();

        // Reports
        stage.fires("Period ended", key);
        Map<String, Object> reporting = ngo.opens("Report progress", key);
        assertThat(reporting).containsEntry("settlement", "Ngo takes the north, Ffs the south").containsEntry("ends", null);
        ngo.completes("Report progress", key, Answers.report(2, "9", "onTheWay", 8));
        assertThat(openAlerts()).extracting(Alert::kind).containsExactly(AlertKind.OVERLOAD);
        ffs.completes("Report progress", key, Answers.report(2, "6", "reached", 2));
        assertThat(farmers.isRefused("State experience", key, with("words", " ", "more", "")))
                .isEqualTo("“What did you meet in this period?” is missing: please fill it in.");
        allSeatsSayTheirPart();
        assertThat(periods.periods(id)).extracting(Period::isOpen).containsExactly(false, true);
        assertThat(periods.periods(id).get(1).begins()).isEqualTo(sealed.plusMonths(3));
        ObjectiveProgress progress = reports.progress(id).get(0);
        assertThat(progress.inWords()).contains("9 (on the way)", "6 (target reached)");
        assertThat(progress.isReached()).isFalse();
        assertThat(reports.results(id)).extracting(WorkResult::inWords).contains("The state buys from field school farmers (20,000 EUR)",
                "Spraying needs a card", "The bank pays for seed (500 EUR)");
        assertThat(ngo.opens("Plan period", key).get("wishes").toString()).contains("Come before the rain.");

        stage.fires("Instalment due", key);
        ngo.completes("Confirm instalment", key, received(40_000));
        assertThat(commitment("Eu").state()).as("what is paid is kept").isEqualTo(CommitmentState.KEPT);
    }

    @Test
    void who_is_silent_holds_nobody_up_and_is_asked_again() {
        begun();
        committedBy("Ngo");
        stage.fires("Commitments overdue", key);
        assertThat(openAlerts()).extracting(Alert::kind).containsOnly(AlertKind.SEAT_SILENT).hasSize(6);
        assertThat(cicr.sees(key)).isEmpty();
        stage.fires("Plans overdue", key);
        assertThat(openAlerts()).filteredOn(alert -> alert.kind() == AlertKind.PLAN_MISSING).hasSize(2);
        coordinator.completes("Settle plans", key, with("settlement", "Both send their plans by mail"));
        stage.fires("Time to ask again", key);
        cicr.completes("Commit expertise", key, asAgreed(cicr, "Commit expertise"));
        assertThat(openAlerts()).filteredOn(alert -> alert.kind() == AlertKind.SEAT_SILENT).hasSize(5);
        Map<String, Object> funds = asAgreed(eu, "Commit funds");
        funds.put("instalments", List.of(instalment(60_000, LocalDate.now(clock).plusDays(1)),
                instalment(40_000, LocalDate.now(clock).plusDays(5))));
        eu.completes("Commit funds", key, funds);
        stage.fires("Instalment due", key);
        if (ngo.sees(key).stream().noneMatch("Confirm instalment"::equals)) {
            stage.fires("Instalment due", key);
        }
        stage.fires("Confirmation overdue", key);
        assertThat(openAlerts()).filteredOn(alert -> alert.kind() == AlertKind.MONEY_LATE).as("of the second one nobody was asked yet")
                .singleElement().satisfies(alert -> assertThat(alert.words()).contains("60,000 EUR of", "has not said whether it came"));
        stage.fires("Instalment due", key);
        assertThat(ngo.opens("Confirm instalment", key)).containsEntry("promised", "40,000 EUR");
        ngo.completes("Confirm instalment", key, received(40_000));
        stage.fires("Instalment due", key);
        ngo.completes("Confirm instalment", key, received(60_000));
        stage.fires("Period ended", key);
        stage.fires("Reports overdue", key);
        assertThat(openAlerts()).extracting(Alert::kind).contains(AlertKind.REPORT_MISSING);
        assertThat(periods.periods(id)).hasSize(2);
        ngo.completes("Plan period", key, Answers.plan("Field schools", "*", periods.current(id).begins(), periods.current(id).ends(), 1));
        assertThat(openAlerts()).filteredOn(alert -> alert.kind() == AlertKind.PLAN_MISSING).hasSize(1);
    }

    @Test
    void the_work_begins_again_where_it_was_left() {
        begun();
        Stream.of("Goi", "Cicr", "Ngo").forEach(this::committedBy);
        ngo.completes("Plan period", key, Answers.plan("Field schools", "*", sealed, sealed.plusDays(20), 1));
        suspended();

        resumed();
        assertThat(coordinator.sees(key)).as("oriented and supported already").doesNotContain("Orient partners", "Set up secretariat");
        assertThat(goi.sees(key)).isEmpty();
        assertThat(ngo.sees(key)).isEmpty();
        assertThat(ffs.sees(key)).containsExactly("Commit activities", "Plan period");
        ffs.completes("Plan period", key, Answers.plan("Alumni train farmers", "*", sealed, sealed.plusDays(20), 2));
        assertThat(periods.periods(id)).hasSize(1);
    }

    @Test
    void after_a_long_stop_one_period_covers_all_that_were_missed_and_with_the_term_periods_end() {
        begun();
        ngo.completes("Plan period", key, with("items", List.of(), "remark", "We wait for the rain"));
        assertThat(ffs.opens("Plan period", key).get("plans").toString()).contains("We wait for the rain");
        ffs.completes("Plan period", key, with("items", List.of(), "remark", "So do we"));
        coordinator.completes("Settle plans", key, with("settlement", "All wait"));
        suspended();
        stage.passes(Duration.between(clock.instant(), sealed.plusMonths(10).atTime(9, 0).toInstant(java.time.ZoneOffset.UTC)));

        resumed();
        assertThat(coordinator.sees(key)).as("what was settled stays settled").doesNotContain("Settle plans");
        stage.fires("Period ended", key);
        Stream.of(ngo, ffs).forEach(one -> one.completes("Report progress", key, Answers.report(2, "9", "onTheWay", 1)));
        stage.fires("Reports overdue", key);
        Period second = periods.current(id);
        assertThat(second.inWords()).contains("it covers 3 reporting periods");
        assertThat(second.begins()).isEqualTo(sealed.plusMonths(3));
        assertThat(second.ends()).isEqualTo(sealed.plusMonths(12).minusDays(1));
        Stream.of(ngo, ffs).forEach(one -> one.completes("Plan period", key, with("items", List.of(), "remark", "We go on")));
        assertThat(coordinator.sees(key)).contains("Settle plans");
        stage.fires("Time to report", key);
        assertThat(coordinator.sees(key)).as("plans that nobody settles hold no report up").doesNotContain("Settle plans");
        assertThat(ngo.opens("Report progress", key).get("ends")).as("the last report says so").isNotNull();
        Stream.of(ngo, ffs).forEach(one -> one.completes("Report progress", key, Answers.report(2, "5", "reached", 1)));
        stage.fires("Reports overdue", key);
        assertThat(periods.isAnother(id)).as("the term is over").isFalse();
        assertThat(reports.progress(id).get(0).isReached()).isTrue();
        Stream.of("Goi", "Eu", "Cicr", "Ngo", "Shop").forEach(this::committedBy);
        Stream.of("Ffs").forEach(code -> {
            ffs.completes("Commit activities", key, asAgreed(ffs, "Commit activities"));
            farmers.completes("Commit participation", key, asAgreed(farmers, "Commit participation"));
        });
        stage.fires("Instalment due", key);
        ngo.completes("Confirm instalment", key, received(100_000));
        stage.fires("Term ended", key);
        stage.assertThat(key).isEnded();
    }

    @Test
    void plans_that_fit_need_no_settling() {
        begun();
        ngo.completes("Plan period", key, Answers.plan("Field schools", "*", sealed, sealed.plusDays(20), 1));
        ffs.completes("Plan period", key, Answers.plan("Yield plots", "*", sealed.plusDays(21), sealed.plusDays(40), 2));
        assertThat(coordinator.sees(key)).doesNotContain("Settle plans");
        stage.fires("Period ended", key);
        assertThat(ngo.sees(key)).contains("Report progress");
    }

    @Test
    void money_is_asked_for_where_it_is_awaited_and_nobody_says_of_its_own_payment_whether_it_came() {
        cast.organisation("Bank", "Cotton bank", Level.NATIONAL, "India", RESOURCE_PROVIDER)
                .organisation("Coop", "Seed cooperative", Level.LOCAL, "Guntur", IMPLEMENTER);
        Actor bank = cast.actor("Bank", RESOURCE_PROVIDER);
        Actor coop = cast.actor("Coop", IMPLEMENTER);
        id = ladder.sealedForWork(List.of(seat("Bank", RESOURCE_PROVIDER), seat("Coop", IMPLEMENTER)),
                SampleTerms.of(seat("Bank", RESOURCE_PROVIDER), ContributionKind.EXPERTISE, "A book-keeper", "20", "days", sealed),
                SampleTerms.of(seat("Coop", IMPLEMENTER), ContributionKind.FUNDS, "Its own savings", "5000", "EUR", sealed));
        key = id.value();
        begins();
        begun();
        coop.completes("Commit activities", key, asAgreed(coop, "Commit activities"));
        assertThat((List<?>) bank.opens("Commit funds", key).get("instalments")).as("a book-keeper comes in no instalment")
                .singleElement().asString().contains("100000");
        Map<String, Object> funds = asAgreed(bank, "Commit funds");
        funds.put("instalments", List.of(Map.of("line", "1", "due", sealed.toString(), "amount", 100_000, "receiver", cast.code("Coop"))));
        bank.completes("Commit funds", key, funds);
        assertThat(commitments.silentSeats(id)).isEmpty();
        stage.fires("Instalment due", key);
        assertThat(bank.sees(key)).as("it leads, but it pays").isEmpty();
        coop.completes("Confirm instalment", key, received(100_000));
    }

    @Test
    void nobody_waits_for_the_seats_of_who_has_left_and_whose_seat_is_new_is_asked_too() {
        begun();
        Map<Actor, String> asked = Map.of(goi, "Commit policy decisions", eu, "Commit funds", cicr, "Commit expertise", ffs,
                "Commit activities", farmers, "Commit participation", shop, "Commit support");
        asked.forEach((actor, label) -> assertThat(actor.sees(key)).contains(label));
        Stream.of("Cicr", "Goi", "Eu", "Ffs", "Shop").forEach(this::leaves);
        asked.forEach((actor, label) -> assertThat(actor.sees(key)).doesNotContain(label));
        assertThat(ngo.sees(key)).as("the others go on").contains("Commit activities");
        cast.organisation("Coop", "Seed cooperative", Level.LOCAL, "Guntur", EXPERT);
        joins("Coop", EXPERT);
        Actor coop = cast.actor("Coop", EXPERT);
        assertThat(coop.sees(key)).as("once the round is over").isEmpty();
        committedBy("Ngo");
        assertThat(coop.sees(key)).containsExactly("Commit expertise");
        leaves("Coop");
        assertThat(coop.sees(key)).isEmpty();
        stage.assertThat(key).hasNoIncident();
    }

    @Test
    void plans_and_reports_wait_for_the_implementers_who_are_there() {
        begun();
        leaves("Ffs");
        assertThat(ffs.sees(key)).isEmpty();
        cast.organisation("Coop", "Seed cooperative", Level.LOCAL, "Guntur", IMPLEMENTER);
        joins("Coop", IMPLEMENTER);
        Actor coop = cast.actor("Coop", IMPLEMENTER);
        ngo.completes("Plan period", key, Answers.plan("Field schools", "*", sealed, sealed.plusDays(20), 1));
        assertThat(coop.sees(key)).as("it came after this period had begun").doesNotContain("Plan period");
        assertThat(coordinator.sees(key)).as("nobody waits for its plan").contains("Settle plans");
        coordinator.completes("Settle plans", key, with("settlement", "It is enough."));
        stage.fires("Period ended", key);
        assertThat(coop.sees(key)).as("the next that all are asked").contains("Report progress");
        leaves("Coop");
        assertThat(coop.sees(key)).isEmpty();
        stage.passes(Duration.ofMinutes(1));
        joins("Ffs", IMPLEMENTER);
        ngo.completes("Report progress", key, Answers.report(2, "9", "onTheWay", 1));
        assertThat(ffs.sees(key)).as("it came while the others reported").doesNotContain("Report progress");
        stage.fires("Reports overdue", key);
        assertThat(periods.periods(id)).extracting(Period::isOpen).containsExactly(false, true);
        assertThat(ffs.sees(key)).as("from the next period on").contains("Plan period");
        stage.assertThat(key).hasNoIncident();
    }

    @Test
    void where_the_receiver_of_money_has_left_the_lead_says_whether_it_came_or_the_coordinators_do() {
        begun();
        committedBy("Eu");
        stage.fires("Instalment due", key);
        assertThat(ngo.sees(key)).contains("Confirm instalment");
        leaves("Ngo");
        stage.fires("Instalment due", key);
        assertThat(ngo.sees(key)).isEmpty();
        assertThat(goi.sees(key)).as("the lead").contains("Confirm instalment");
        stage.fires("Confirmation overdue", key);
        leaves("Goi");
        stage.fires("Instalment due", key);
        coordinator.completes("Confirm instalment", key, received(100_000));
        assertThat(commitment("Eu").state()).isEqualTo(CommitmentState.KEPT);
        stage.assertThat(key).hasNoIncident();
    }

    @Test
    void everybody_at_one_moment_loses_nothing() {
        begun();
        Map<Actor, String> seats = Map.of(goi, "Commit policy decisions", cicr, "Commit expertise", ngo, "Commit activities", farmers,
                "Commit participation", shop, "Commit support");
        List<Runnable> submissions = new ArrayList<>();
        seats.forEach((actor, label) -> submissions.add(actor.submission(label, key, actor == shop ? Answers.support(1)
                : asAgreed(actor, label))));
        assertThat(stage.atOneMoment(submissions)).isEmpty();
        assertThat(commitments.silentSeats(id)).containsExactlyInAnyOrder(new Seat(cast.id("Eu"), RESOURCE_PROVIDER),
                new Seat(cast.id("Ffs"), IMPLEMENTER));
    }

    @Test
    void of_two_colleagues_with_the_same_form_one_is_heard_and_the_other_is_told() {
        begun();
        Actor colleague = cast.colleague("Cicr", EXPERT);
        Runnable mine = cicr.submission("Commit expertise", key, asAgreed(cicr, "Commit expertise"));
        Runnable theirs = colleague.submission("Commit expertise", key, asAgreed(colleague, "Commit expertise"));
        assertThat(stage.atOneMoment(List.of(mine, theirs))).singleElement().asString().matches(Stage.TOO_LATE);
        assertThat(Stage.told(theirs)).as("whoever presses again").contains(STEP_OVER);
        assertThat(commitments.of(id)).hasSize(1);

        Stream.of(ngo, ffs).forEach(one -> one.completes("Plan period", key,
                Answers.plan("Field schools", "*", sealed, sealed.plusDays(20), 1)));
        coordinator.completes("Settle plans", key, with("settlement", "Each in its own villages"));
        stage.fires("Period ended", key);
        List<Runnable> twice = Stream.of(ngo, cast.colleague("Ngo", IMPLEMENTER))
                .map(one -> one.submission("Report progress", key, Answers.report(2, "9", "onTheWay", 1))).toList();
        assertThat(stage.atOneMoment(twice)).singleElement().asString().matches(Stage.TOO_LATE);
        assertThat(reports.results(id)).as("reported once").hasSize(1);
        assertThat(ffs.sees(key)).contains("Report progress");
    }

    @Test
    void a_click_after_the_time_is_told_so_and_what_was_said_before_stands() {
        begun();
        committedBy("Ngo");
        Runnable late = cicr.submission("Commit expertise", key, asAgreed(cicr, "Commit expertise"));
        stage.fires("Commitments overdue", key);
        assertThat(Stage.told(late)).contains(STEP_OVER);
        assertThat(commitments.of(id)).hasSize(1);

        stage.fires("Plans overdue", key);
        coordinator.completes("Settle plans", key, with("settlement", "Both send their plans by mail"));
        stage.fires("Period ended", key);
        ngo.completes("Report progress", key, Answers.report(2, "9", "onTheWay", 1));
        late = ffs.submission("Report progress", key, Answers.report(2, "6", "reached", 2));
        stage.fires("Reports overdue", key);
        assertThat(Stage.told(late)).contains(STEP_OVER);
        assertThat(reports.progress(id).get(0).inWords()).contains("9 (on the way)").doesNotContain("6 (target reached)");
        assertThat(openAlerts()).filteredOn(alert -> alert.kind() == AlertKind.REPORT_MISSING).extracting(Alert::words)
                .anySatisfy(words -> assertThat(words).startsWith("%s as implementer has said nothing of".formatted(cast.name("Ffs"))))
                .noneMatch(words -> words.startsWith(cast.name("Ngo")));
    }

    @Test
    void fifty_seats_are_asked_side_by_side() {
        Map<Role, String> forms = Map.of(DECISION_MAKER, "Commit policy decisions", RESOURCE_PROVIDER, "Commit funds", EXPERT,
                "Commit expertise", IMPLEMENTER, "Commit activities", PARTICIPANT, "Commit participation");
        List<String> codes = IntStream.range(0, 10).mapToObj(nr -> "Org" + (char) ('a' + nr)).toList();
        codes.forEach(code -> cast.organisation(code, "Organisation " + code, Level.LOCAL, "Guntur", forms.keySet().toArray(Role[]::new)));
        id = ladder.sealedForWork(codes.stream().flatMap(code -> forms.keySet().stream().map(role -> seat(code, role))).toList());
        key = id.value();
        begins();
        begun();
        for (String code : codes) {
            forms.forEach((role, form) -> {
                Actor person = cast.actor(code, role);
                Map<String, Object> answer = asAgreed(person, form);
                if (role == RESOURCE_PROVIDER) {
                    answer.put("instalments", List.of(Map.of("due", sealed.toString(), "amount", 100_000, "receiver", cast.code(code))));
                }
                person.completes(form, key, answer);
            });
        }
        assertThat(commitments.of(id)).hasSize(50);
        assertThat(commitments.silentSeats(id)).isEmpty();
        stage.fires("Instalment due", key);
        assertThat(instalments.dueInstalments(id)).as("several at one moment").hasSize(10);
    }

    @Test
    void what_a_partner_submits_costs_few_statements() {
        begun();
        assertThat(costOf(cicr, "Commit expertise", asAgreed(cicr, "Commit expertise"))).hasSizeLessThanOrEqualTo(44);
        Map<String, Object> funds = asAgreed(eu, "Commit funds");
        funds.put("instalments", List.of(instalment(100_000, sealed.plusDays(5))));
        assertThat(costOf(eu, "Commit funds", funds)).hasSizeLessThanOrEqualTo(44);
        assertThat(costOf(ngo, "Plan period", Answers.plan("Field schools", "*", sealed, sealed.plusDays(20), 1)))
                .hasSizeLessThanOrEqualTo(44);
        ffs.completes("Plan period", key, Answers.plan("Yield plots", "*", sealed.plusDays(21), sealed.plusDays(40), 2));
        stage.fires("Instalment due", key);
        stage.fires("Instalment due", key);
        assertThat(costOf(ngo, "Confirm instalment", received(100_000))).hasSizeLessThanOrEqualTo(44);
        stage.fires("Period ended", key);
        assertThat(costOf(ngo, "Report progress", Answers.report(2, "9", "onTheWay", 1))).hasSizeLessThanOrEqualTo(44);
        assertThat(costOf(eu, "State support", Answers.part("State support"))).hasSizeLessThanOrEqualTo(44);
        stage.fires("Reports overdue", key);
        assertThat(costOf(eu, "Read reports", with("asked", List.of(Map.of("report", cast.code("Ngo") + ":implementer", "question", "?")))))
                .hasSizeLessThanOrEqualTo(44);
        stage.fires("Reading time over", key);
        assertThat(costOf(ngo, "Answer question", with("answer", "!", "progress", List.of(
                Map.of("objective", 1, "measured", "8", "standing", "behind"),
                Map.of("objective", 2, "measured", "9", "standing", "onTheWay")))))
                .hasSizeLessThanOrEqualTo(44);
    }

    @Test
    void nobody_waits_for_the_part_of_who_has_left_and_who_says_nothing_is_missed_until_it_speaks() {
        begun();
        Stream.of(ngo, ffs).forEach(one -> one.completes("Plan period", key, with("items", List.of(), "remark", "We wait")));
        coordinator.completes("Settle plans", key, with("settlement", "All wait"));
        stage.fires("Period ended", key);
        Map<Actor, String> parts = Map.of(farmers, "State experience", cicr, "State advice", goi, "State decisions", eu, "State support",
                shop, "State observations", ngo, "Report progress");
        parts.forEach((actor, label) -> assertThat(actor.sees(key)).contains(label));
        leaves("Cicr");
        assertThat(cicr.sees(key)).isEmpty();
        shop.completes("State observations", key, Answers.part("State observations"));
        stage.fires("Reports overdue", key);
        assertThat(openAlerts()).filteredOn(alert -> alert.kind() == AlertKind.REPORT_MISSING)
                .extracting(alert -> alert.organisation().code())
                .containsExactlyInAnyOrder(Stream.of("Goi", "Eu", "Ngo", "Ffs", "Ffs").map(cast::code).toArray(String[]::new));
        ngo.completes("Plan period", key, with("items", List.of(), "remark", "We wait"));
        ffs.completes("Plan period", key, with("items", List.of(), "remark", "We wait"));
        coordinator.completes("Settle plans", key, with("settlement", "All wait"));
        stage.fires("Period ended", key);
        goi.completes("State decisions", key, Answers.part("State decisions"));
        assertThat(openAlerts()).filteredOn(alert -> alert.kind() == AlertKind.REPORT_MISSING)
                .noneMatch(alert -> alert.organisation().equals(cast.id("Goi")));
        stage.assertThat(key).hasNoIncident();
    }

    @Test
    void reports_are_read_beside_the_next_period_and_each_is_sent_back_once() {
        reported();
        assertThat(ngo.sees(key)).as("nothing waits for the reading").containsExactly("Commit activities", "Plan period");
        assertThat(shop.sees(key)).as("it neither leads nor funds").doesNotContain("Read reports");
        assertThat(goi.opens("Read reports", key).get("statements").toString()).contains("9 (on the way)", "Come before the rain.");
        eu.completes("Read reports", key, with("asked", List.of(Map.of("report", cast.code("Ngo") + ":implementer", "question", "Why 9?"),
                Map.of("report", cast.code("Shop") + ":ally", "question", "Which shelves?"))));
        assertThat(goi.isRefused("Read reports", key, with("asked", List.of(Map.of("report", cast.code("Ngo") + ":implementer", "question",
                "Why?"))))).isNotNull();
        goi.completes("Read reports", key, with("asked", List.of()));
        Map<String, Object> shown = ngo.opens("Answer question", key);
        assertThat(shown).containsEntry("question", "Why 9?").containsEntry("noFigures", false);
        assertThat(shop.opens("Answer question", key)).containsEntry("noFigures", true);
        ngo.completes("Answer question", key, with("answer", "We counted one twice.", "progress", List.of(
                Map.of("objective", 1, "measured", "8", "standing", "behind"),
                Map.of("objective", 2, "measured", "9", "standing", "onTheWay"))));
        assertThat(reports.progress(id).get(0).inWords()).contains("8 (behind)");
        stage.fires("Answers overdue", key);
        assertThat(shop.sees(key)).doesNotContain("Answer question");
        stage.assertThat(key).hasPassed("Tell answers").hasNoIncident();
    }

    @Test
    void what_came_of_a_promised_support_is_asked_each_period_until_something_did() {
        begun();
        committedBy("Shop");
        aPeriodGoesBy();
        Map<String, Object> asked = Answers.part("State observations", shop.opens("State observations", key));
        assertThat((List<?>) asked.get("support")).hasSize(1);
        assertThat(costOf(shop, "State observations", asked)).hasSizeLessThanOrEqualTo(44);
        stage.fires("Reports overdue", key);
        aPeriodGoesBy();
        Map<String, Object> came = Answers.part("State observations", shop.opens("State observations", key));
        String commitment = commitment("Shop").id().toString();
        came.put("support", List.of(Map.of("commitment", commitment, "came", "granted", "words", "The seed fund gives", "amount", 700)));
        assertThat(shop.isRefused("State observations", key, came))
                .isEqualTo("“The seed fund gives”: an amount and its currency go together.");
        came.put("support", List.of(Map.of("commitment", commitment, "came", "granted", "words", "The seed fund gives", "amount", 700,
                "currency", "EUR")));
        shop.completes("State observations", key, came);
        assertThat(commitment("Shop").state()).isEqualTo(CommitmentState.KEPT);
        assertThat(reports.results(id)).extracting(WorkResult::inWords).containsExactly("The seed fund gives (700 EUR)");
        stage.fires("Reports overdue", key);
        aPeriodGoesBy();
        assertThat((List<?>) shop.opens("State observations", key).get("support")).as("it has come").isEmpty();
    }

    /** Nobody says what it plans. */
    private void aPeriodGoesBy() {
        stage.fires("Plans overdue", key);
        coordinator.completes("Settle plans", key, with("settlement", "All wait"));
        stage.fires("Period ended", key);
    }

    @Test
    void nobody_waits_for_readers_and_reporters_who_have_left_or_say_nothing() {
        reported();
        leaves("Goi");
        assertThat(goi.sees(key)).isEmpty();
        eu.completes("Read reports", key, with("asked", List.of(Map.of("report", cast.code("Shop") + ":ally", "question", "Which?"))));
        assertThat(shop.sees(key)).contains("Answer question");
        leaves("Shop");
        assertThat(shop.sees(key)).isEmpty();
        stage.assertThat(key).hasPassed("Tell answers").hasNoIncident();
    }

    @Test
    void reports_that_nobody_reads_in_time_stand() {
        reported();
        stage.fires("Reading time over", key);
        assertThat(eu.sees(key)).doesNotContain("Read reports");
        stage.assertThat(key).hasPassed("Tell answers").hasNoIncident();
    }

    // Helpers

    /** The first period is over and all have said their part. */
    private void reported() {
        begun();
        Stream.of(ngo, ffs).forEach(one -> one.completes("Plan period", key, with("items", List.of(), "remark", "We wait")));
        assertThat((List<?>) coordinator.opens("Settle plans", key).get("attention")).isEmpty();
        coordinator.completes("Settle plans", key, with("settlement", "All wait"));
        stage.fires("Period ended", key);
        Stream.of(ngo, ffs).forEach(one -> one.completes("Report progress", key, Answers.report(2, "9", "onTheWay", 1)));
        allSeatsSayTheirPart();
    }

    /** All seats but those that implement. */
    private void allSeatsSayTheirPart() {
        Map.of(farmers, "State experience", cicr, "State advice", goi, "State decisions", eu, "State support", shop, "State observations")
                .forEach((actor, label) -> actor.completes(label, key, Answers.part(label, actor.opens(label, key))));
    }

    private Seat seat(String code, Role role) {
        return new Seat(cast.id(code), role);
    }

    private void suspended() {
        tells(new PartnershipSuspended(id));
    }

    private void resumed() {
        tells(new PartnershipResumed(id));
    }

    private void tells(Fact fact) {
        facts.publishEvent(fact);
        stage.machineWorks();
    }

    private void leaves(String code) {
        partnerships.leave(id, cast.id(code), "No staff this year", coordinator.user());
        stage.machineWorks();
    }

    private void joins(String code, Role role) {
        partnerships.admit(id, cast.id(code), Standing.PARTNER, List.of(new SeatIn(role, Level.LOCAL, null, null)));
    }

    private void begins() {
        stage.engine().getRuntimeService().startProcessInstanceByKey("work", key);
        stage.machineWorks();
    }

    private void begun() {
        coordinator.completes("Orient partners", key, Answers.orientation(LocalDate.now(clock),
                orientations.names(id).keySet().stream().map(one -> one.code()).toArray(String[]::new)));
        String first = orientations.names(id).keySet().iterator().next().code().replaceAll("\\d+$", "");
        coordinator.completes("Set up secretariat", key, Answers.secretariat(cast, first, first));
    }

    private void committedBy(String code) {
        switch (code) {
            case "Goi" -> goi.completes("Commit policy decisions", key, asAgreed(goi, "Commit policy decisions"));
            case "Cicr" -> cicr.completes("Commit expertise", key, asAgreed(cicr, "Commit expertise"));
            case "Ngo" -> ngo.completes("Commit activities", key, asAgreed(ngo, "Commit activities"));
            case "Shop" -> shop.completes("Commit support", key, Answers.support(1));
            case "Eu" -> {
                Map<String, Object> funds = asAgreed(eu, "Commit funds");
                funds.put("instalments", List.of(instalment(100_000, LocalDate.now(clock))));
                eu.completes("Commit funds", key, funds);
            }
            default -> throw new IllegalArgumentException(code);
        }
    }

    /** The form as it stands there, sent back unchanged. */
    private Map<String, Object> asAgreed(Actor actor, String label) {
        return Answers.asAgreed(label, actor.opens(label, key));
    }

    @SuppressWarnings("unchecked")
    private static void change(Map<String, Object> answers, String column, Object value) {
        ((List<Map<String, Object>>) answers.get("agreed")).get(0).put(column, value);
    }

    private Map<String, Object> instalment(int amount, LocalDate due) {
        return Map.of("due", due.toString(), "amount", amount, "receiver", cast.code("Ngo"));
    }

    private Map<String, Object> received(int amount) {
        return with("came", "yes", "receivedOn", LocalDate.now(clock).toString(), "received", amount, "note", "");
    }

    private List<Alert> openAlerts() {
        return alerts.of(id).stream().filter(Alert::isOpen).toList();
    }

    private Commitment commitment(String code) {
        return commitments.of(id).stream().filter(one -> one.seat().organisation().equals(cast.id(code))).findFirst().orElseThrow();
    }

    /** The statements of the submission itself. */
    private List<String> costOf(Actor actor, String label, Map<String, Object> answers) {
        Runnable submission = actor.submission(label, key, answers);
        List<String> all = statements.during(submission);
        stage.machineWorks();
        return all;
    }
}
