package org.commonground.work.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.commonground.foundation.Role.IMPLEMENTER;
import static org.commonground.foundation.Role.RESOURCE_PROVIDER;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.commonground.agreement.AgreedTerms;
import org.commonground.agreement.SealedAgreement;
import org.commonground.commitment.Commitment;
import org.commonground.commitment.CommitmentService;
import org.commonground.commitment.CommitmentState;
import org.commonground.engine.CaseTimers;
import org.commonground.foundation.Days;
import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Seat;
import org.commonground.negotiation.ContributionKind;
import org.commonground.negotiation.SampleTerms;
import org.commonground.negotiation.Terms;
import org.commonground.negotiation.Topic;
import org.commonground.period.Period;
import org.commonground.period.PeriodService;
import org.commonground.stage.Actor;
import org.commonground.stage.Cast;
import org.commonground.stage.Ladder;
import org.commonground.stage.ProcessTest;
import org.commonground.stage.Stage;
import org.commonground.stage.StatementCount;
import org.commonground.story.Answers;
import org.commonground.story.Course;
import org.commonground.work.Alert;
import org.commonground.work.Alerts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What runs follows what is agreed anew: Eu pays and Ngo works in two partnerships side by side, each for a year, reported every three
 * months and reviewed every six. One of them is amended, and only that one moves.
 */
@ProcessTest
class AmendedWorkTest {

    @Autowired
    private Stage stage;
    @Autowired
    private Ladder ladder;
    @Autowired
    private CaseTimers timers;
    @Autowired
    private PeriodService periods;
    @Autowired
    private CommitmentService commitments;
    @Autowired
    private AgreedTerms agreed;
    @Autowired
    private Alerts alerts;
    @Autowired
    private StatementCount statements;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private Clock clock;

    private Cast cast;
    private Actor eu;
    private Actor ngo;
    private LocalDate sealed;
    private PartnershipId id;
    private PartnershipId other;

    @BeforeEach
    void two_partnerships_are_at_work() {
        cast = stage.cast().organisation("Eu", "European Union", Level.NATIONAL, "India", RESOURCE_PROVIDER)
                .organisation("Ngo", "Facilitating NGO", Level.LOCAL, "Guntur", IMPLEMENTER);
        eu = cast.actor("Eu", RESOURCE_PROVIDER);
        ngo = cast.actor("Ngo", IMPLEMENTER);
        sealed = LocalDate.now(clock);
        id = atWork();
        other = atWork();
    }

    @Test
    void a_longer_and_a_shorter_term_move_its_end_and_what_comes_with_it() {
        Map<String, LocalDate> before = dates(id);
        Map<String, LocalDate> others = dates(other);
        assertThat(before).containsEntry("Term ended", sealed.plusMonths(12)).containsEntry("Review due", sealed.plusMonths(6));

        amended(Topic.DURATION, SampleTerms.lasting(30));
        assertThat(dates(id)).containsEntry("Term ended", sealed.plusMonths(30));
        amended(Topic.DURATION, SampleTerms.lasting(8));
        assertThat(dates(id)).containsEntry("Term ended", sealed.plusMonths(8));
        amended(Topic.MONITORING, SampleTerms.reviewedEvery(5));
        assertThat(dates(id)).containsEntry("Review due", sealed.plusMonths(5));
        amended(Topic.MONITORING, SampleTerms.reviewedEvery(7));
        timers.recalculate(id);
        assertThat(dates(id)).as("asked twice, it stays").containsEntry("Review due", sealed.plusMonths(7));

        Map<String, LocalDate> after = dates(id);
        Stream.of("Term ended", "Review due", "Renewal due").forEach(moved -> {
            before.remove(moved);
            after.remove(moved);
        });
        assertThat(after).as("what is counted from the moment somebody was asked stays").isEqualTo(before);
        assertThat(dates(other)).as("the other partnership").isEqualTo(others);
    }

    @Test
    void a_date_that_is_counted_from_the_moment_somebody_was_asked_does_not_run_away() {
        stage.fires("Commitments overdue", id.value());
        Map<String, LocalDate> before = dates(id);
        assertThat(before).containsKeys("Time to ask again", "Plans overdue");
        stage.passes(Duration.ofDays(2));
        timers.recalculate(id);
        assertThat(dates(id)).containsEntry("Time to ask again", before.get("Time to ask again"))
                .containsEntry("Plans overdue", before.get("Plans overdue"));
    }

    @Test
    void what_moves_goes_back_with_the_transaction_it_was_moved_in() {
        ladder.amended(id, members(), Topic.DURATION, SampleTerms.lasting(30));
        Map<String, LocalDate> before = dates(id);
        transaction.executeWithoutResult(status -> {
            timers.recalculate(id);
            status.setRollbackOnly();
        });
        assertThat(dates(id)).isEqualTo(before);
        timers.recalculate(id);
        assertThat(dates(id)).containsEntry("Term ended", sealed.plusMonths(30));
    }

    @Test
    void a_term_shortened_into_the_past_ends_the_work_once() {
        committed(id);
        amended(Topic.MONITORING, SampleTerms.reviewedEvery(3));
        stage.passes(Duration.ofDays(140));
        amended(Topic.DURATION, SampleTerms.lasting(4));
        assertThat(stage.catchesUp(id.value())).contains("Term ended").doesNotHaveDuplicates();
        stage.assertThat(id.value()).isEnded();
        stage.assertThat(other.value()).isNotEnded().hasNoIncident();
    }

    @Test
    void rooms_whose_work_is_done_wait_for_more_until_the_term_is_over() {
        committed(id);
        amended(Topic.MONITORING, SampleTerms.reviewedEvery(3));
        amended(Topic.DURATION, SampleTerms.lasting(4));
        planned(id);
        stage.fires("Period ended", id.value());
        ngo.completes("Report progress", id.value(), Answers.report(2, "9", "onTheWay", 1));
        new Course(cast).sayTheirParts(id.value(), List.of("Eu"));
        planned(id, sealed.plusMonths(3).plusDays(1));
        stage.fires("Period ended", id.value());
        ngo.completes("Report progress", id.value(), Answers.report(2, "9", "onTheWay", 1));
        new Course(cast).sayTheirParts(id.value(), List.of("Eu"));
        assertThat(periods.periods(id)).hasSize(2).noneMatch(Period::isOpen);
        stage.assertThat(id.value()).isWaitingAt("Time to look again");

        amended(Topic.DURATION, SampleTerms.lasting(9));
        assertThat(stage.catchesUp(id.value())).containsOnlyOnce("Time to look again");
        assertThat(periods.periods(id)).extracting(Period::begins).containsExactly(sealed, sealed.plusMonths(3), sealed.plusMonths(4));
        assertThat(ngo.sees(id.value())).contains("Plan period");

        amended(Topic.DURATION, SampleTerms.lasting(4));
        stage.fires("Plans overdue", id.value());
        stage.passes(Duration.between(clock.instant(), sealed.plusMonths(4).atStartOfDay(ZoneOffset.UTC).toInstant()));
        assertThat(periods.isTermOver(id)).isTrue();
        stage.fires("Instalment due", id.value());
        stage.assertThat(id.value()).hasPassed("Confirm instalment", "Term over");
        stage.fires("Period ended", id.value());
        stage.fires("Reports overdue", id.value());
        stage.assertThat(id.value()).hasPassed("Reporting", "Term over");
        assertThat(periods.periods(id)).hasSize(3).noneMatch(Period::isOpen);
        stage.fires("Reading time over", id.value());
        stage.assertThat(id.value()).hasPassed("Period", "All delivered");
        stage.fires("Term ended", id.value());
        stage.assertThat(id.value()).isEnded();
        stage.assertThat(other.value()).isNotEnded().hasNoIncident();
    }

    @Test
    void who_brings_something_else_is_asked_by_the_room_of_the_matter_and_nobody_twice() {
        committed(id);
        committed(other);
        ask(bringing("150000", "60"));
        assertThat(eu.sees(id.value())).containsExactly("Commit funds");
        assertThat(ngo.sees(id.value())).containsExactly("Commit activities", "Plan period");
        assertThat(eu.sees(other.value())).as("the other partnership").isEmpty();

        Map<String, Object> shown = eu.opens("Commit funds", id.value());
        assertThat(shown.get("promised").toString()).contains("Money for the schools (100,000 EUR)", "came=100,000 EUR",
                "now=Please answer line 1 anew");
        assertThat(shown.get("instalments").toString()).as("what has not come").contains("amount=50000");
        Map<String, Object> funds = Answers.asAgreed("Commit funds", shown);
        funds.put("instalments", List.of(instalment(150_000, sealed.plusDays(20))));
        assertThat(eu.isRefused("Commit funds", id.value(), funds)).isEqualTo("“Money for the schools”: 100,000 EUR has come and the "
                + "instalments make 150,000 EUR, but you commit 150,000 EUR. Please bring the three together.");
        funds.put("instalments", List.of(instalment(50_000, sealed.plusDays(20))));
        assertThat(statements.during(eu.submission("Commit funds", id.value(), funds)))
                .as("44 and one more: what came is read again once nobody can add to it").hasSizeLessThanOrEqualTo(45);
        stage.machineWorks();
        assertThat(eu.sees(id.value())).isEmpty();

        stage.fires("Commitments overdue", id.value());
        assertThat(ngo.sees(id.value())).doesNotContain("Commit activities");
        assertThat(alerts.of(id)).filteredOn(Alert::isOpen).extracting(Alert::words).singleElement().asString()
                .contains("since the agreement was changed");
        stage.fires("Time to ask again", id.value());
        Map<String, Object> more = asAgreed(ngo, "Commit activities", id);
        assertThat(statements.during(ngo.submission("Commit activities", id.value(), more))).hasSizeLessThanOrEqualTo(44);
        stage.machineWorks();
        assertThat(alerts.of(id)).noneMatch(Alert::isOpen);
        stage.assertThat(id.value()).hasPassed("All seats committed");

        stage.fires("Instalment due", id.value());
        if (!ngo.sees(id.value()).contains("Confirm instalment")) {
            stage.fires("Instalment due", id.value());
        }
        ngo.completes("Confirm instalment", id.value(),
                Stage.with("came", "yes", "receivedOn", LocalDate.now(clock).toString(), "received", 50_000));
        assertThat(commitments.of(id)).extracting(Commitment::inWords, Commitment::state, Commitment::receivedInWords)
                .as("each promise once, all money counted")
                .contains(tuple(promise("Money for the schools (150,000 EUR)"), CommitmentState.KEPT, "150,000 EUR"))
                .hasSize(2);
        assertThat(commitments.of(other)).extracting(Commitment::inWords)
                .contains(promise("Money for the schools (100,000 EUR)"), promise("Field schools (40 groups)"));
    }

    @Test
    void nobody_is_asked_for_money_that_comes_otherwise_now() {
        committed(other, false);
        committed(id, false);
        assertThat(ngo.sees(id.value())).contains("Confirm instalment");
        ask(bringing("150000", "40"));
        assertThat(ngo.sees(id.value())).as("until it is promised anew").contains("Confirm instalment");
        Map<String, Object> funds = asAgreed(eu, "Commit funds", id);
        funds.put("instalments", List.of(instalment(150_000, sealed.plusDays(20))));
        eu.completes("Commit funds", id.value(), funds);
        assertThat(ngo.sees(id.value())).doesNotContain("Confirm instalment");
        stage.assertThat(id.value()).hasPassed("Nothing to confirm");
        assertThat(ngo.sees(other.value())).as("the other partnership").contains("Confirm instalment");
    }

    @Test
    void who_has_not_given_its_word_is_asked_by_the_room_of_the_work_alone_and_sees_what_is_agreed_now() {
        ngo.completes("Commit activities", id.value(), asAgreed(ngo, "Commit activities", id));
        Map<String, Object> stale = asAgreed(eu, "Commit funds", id);
        stale.put("instalments", List.of(instalment(100_000, sealed.plusDays(1))));
        ask(bringing("150000", "60"));
        assertThat(eu.sees(id.value())).containsExactly("Commit funds");
        assertThat(eu.isRefused("Commit funds", id.value(), stale))
                .isEqualTo("“Version of the agreement” has changed since you opened this page: please reload it and look again.");
        Map<String, Object> funds = asAgreed(eu, "Commit funds", id);
        funds.put("instalments", List.of(instalment(150_000, sealed.plusDays(1))));
        eu.completes("Commit funds", id.value(), funds);
        ngo.completes("Commit activities", id.value(), asAgreed(ngo, "Commit activities", id));
        assertThat(commitments.of(id)).hasSize(2);
        assertThat(commitments.seatsToRenew(id)).isEmpty();
        stage.assertThat(id.value()).hasNoIncident();
    }

    /** As the room of a matter does once its amendment is sealed: puts it into force and calls the commitment. */
    private void ask(Terms terms) {
        SealedAgreement before = agreed.of(id);
        amended(Topic.CONTRIBUTIONS, terms);
        UUID matter = UUID.randomUUID();
        assertThat(transaction.<Boolean>execute(status -> commitments.askAgainWhereChanged(id, before, agreed.of(id), matter))).isTrue();
        timers.recalculate(id);
        stage.engine().getRuntimeService().startProcessInstanceByKey("commitment", id.value(), Map.of("matter", matter.toString()));
        stage.machineWorks();
    }

    private Terms bringing(String euros, String groups) {
        return SampleTerms.bringing(List.of(
                SampleTerms.of(new Seat(cast.id("Eu"), RESOURCE_PROVIDER), ContributionKind.FUNDS, "Money for the schools", euros, "EUR",
                        sealed),
                SampleTerms.of(new Seat(cast.id("Ngo"), IMPLEMENTER), ContributionKind.ACTIVITIES, "Field schools", groups, "groups",
                        sealed)));
    }

    private String promise(String what) {
        return what + ", " + Days.inWords(sealed) + " to " + Days.inWords(sealed.plusMonths(12).minusDays(1));
    }

    private PartnershipId atWork() {
        PartnershipId partnership = ladder.sealedForWork(List.of(new Seat(cast.id("Eu"), RESOURCE_PROVIDER),
                new Seat(cast.id("Ngo"), IMPLEMENTER)));
        stage.engine().getRuntimeService().startProcessInstanceByKey("work", partnership.value());
        stage.machineWorks();
        cast.coordinator().completes("Orient partners", partnership.value(),
                Answers.orientation(sealed, cast.code("Eu"), cast.code("Ngo")));
        if (cast.coordinator().sees(partnership.value()).contains("Set up secretariat")) {
            cast.coordinator().completes("Set up secretariat", partnership.value(),
                    Answers.secretariat(cast, "Eu", "Eu"));
        }
        return partnership;
    }

    private void committed(PartnershipId partnership) {
        committed(partnership, true);
    }

    private void committed(PartnershipId partnership, boolean received) {
        ngo.completes("Commit activities", partnership.value(), asAgreed(ngo, "Commit activities", partnership));
        Map<String, Object> funds = asAgreed(eu, "Commit funds", partnership);
        funds.put("instalments", List.of(instalment(100_000, sealed.plusDays(1))));
        eu.completes("Commit funds", partnership.value(), funds);
        stage.fires("Instalment due", partnership.value());
        if (received) {
            ngo.completes("Confirm instalment", partnership.value(),
                    Stage.with("came", "yes", "receivedOn", LocalDate.now(clock).toString(), "received", 100_000));
        }
    }

    private void planned(PartnershipId partnership) {
        planned(partnership, sealed.plusDays(1));
    }

    private void planned(PartnershipId partnership, LocalDate from) {
        ngo.completes("Plan period", partnership.value(), Answers.plan("Field schools", "*", from, from.plusDays(8), 1));
        if (cast.coordinator().sees(partnership.value()).contains("Settle plans")) {
            cast.coordinator().completes("Settle plans", partnership.value(), Stage.with("settlement", "We begin with one"));
        }
    }

    private Map<String, Object> asAgreed(Actor actor, String label, PartnershipId partnership) {
        return Answers.asAgreed(label, actor.opens(label, partnership.value()));
    }

    private Map<String, Object> instalment(int amount, LocalDate due) {
        return Map.of("due", due.toString(), "amount", amount, "receiver", cast.code("Ngo"));
    }

    private List<OrganisationId> members() {
        return List.of(cast.id("Eu"), cast.id("Ngo"));
    }

    /** Sealed and put into force. */
    private void amended(Topic topic, Terms terms) {
        ladder.amended(id, members(), topic, terms);
        timers.recalculate(id);
    }

    /** On which day each open timer of the case is due, by its label. */
    private Map<String, LocalDate> dates(PartnershipId partnership) {
        Map<String, LocalDate> dates = new TreeMap<>();
        ManagementService management = stage.engine().getManagementService();
        stage.engine().getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(partnership.value()).list()
                .forEach(room -> management.createJobQuery().processInstanceId(room.getId()).timers().list()
                        .forEach(timer -> dates.put(label(timer), timer.getDuedate().toInstant().atZone(ZoneOffset.UTC).toLocalDate())));
        return dates;
    }

    private String label(Job timer) {
        String activity = stage.engine().getManagementService().createJobDefinitionQuery().jobDefinitionId(timer.getJobDefinitionId())
                .singleResult().getActivityId();
        return stage.engine().getRepositoryService().getBpmnModelInstance(timer.getProcessDefinitionId()).getModelElementById(activity)
                .getAttributeValue("name");
    }
}
