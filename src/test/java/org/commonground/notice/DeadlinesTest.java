package org.commonground.notice;

import java.io.File;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.commonground.engine.MovableClock;
import org.commonground.stage.ProcessTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ProcessTest
class DeadlinesTest {

    private static final Instant NEW_YEAR = Instant.parse("2027-01-01T09:00:00Z");

    @Autowired
    Deadlines deadlines;
    @Autowired
    MovableClock clock;
    @Autowired
    RepositoryService repository;
    @Autowired
    HistoryService history;

    @ParameterizedTest(name = "{0}: {1} days, reminders {2}, coordinator +{3}, manager +{4}")
    @CsvSource(textBlock = """
            clarify-aims, 14, 7 2 0, 7,
            answer-invitation, 14, 7 2, 3,
            state-profile, 21, 7 2, 3,
            state-own-profile, 14, 7 2, 3,
            nominate-candidates, 7, 2 0, , 3
            assess-candidate, 7, 2 0, , 3
            judge-partner-fit, 7, 2 0, , 3
            decide-on-silence, 3, 0, , 4
            find-common-ground, 14, 7 2 0, , 7
            select-partners, 7, 2 0, , 3
            draw-partnership-web, 7, 2 0, , 7
            check-agreement, 7, 2 0, , 3
            sign-agreement, 21, 7 2 0, 3, 10
            decide-on-missing-signatures, 3, 0, , 4
            describe-matter, 14, 7, ,
            decide-on-proposal, 14, 7 2, ,
            orient-partners, 30, 7 2 0, , 7
            set-up-secretariat, 30, 7 2 0, , 7
            commit-policy-decisions, 21, 7 2, ,
            commit-funds, 21, 7 2, ,
            commit-expertise, 21, 7 2, ,
            commit-activities, 21, 7 2, ,
            commit-participation, 21, 7 2, ,
            commit-support, 21, 7 2, ,
            plan-period, 21, 7 2, ,
            settle-plans, 7, 2 0, , 3
            report-progress, 14, 7 2, ,
            read-reports, 7, 2, ,
            answer-question, 7, 2, ,
            state-experience, 14, 7 2, ,
            state-advice, 14, 7 2, ,
            state-decisions, 14, 7 2, ,
            state-support, 14, 7 2, ,
            state-observations, 14, 7 2, ,
            confirm-instalment, 7, 2 0, ,
            choose-trajectory, 14, 7 2 0, , 7
            reconcile-contributions, 21, 7 2, 3,
            review-jointly, 30, 14 7 0, , 7
            share-lessons, 21, 7 2, 3,
            hand-over, 30, 14 7 0, , 7
            check-closing-list, 14, 7 2 0, , 7
            wait-for-follow-up, 182, '', ,
            follow-up, 30, 14 2 0, , 14
            verify-organisation, 7, 2 0, , 3
            complete-registration, 21, 7 2 0, 3,
            renew-registration, 90, 7 0, 3,
            resolve-flag, 7, 2 0, , 3
            decide-on-flag, 7, 2 0, 3,
            update-people, , '', ,
            rate-partnership, 14, 7 2, ,
            verify-actions, 14, 7 2, ,
            state-impact, 14, 7 2, ,
            discuss-differences, 21, 7 2 0, , 7
            decide-way-forward, 14, 7 2, ,
            settle-way-forward, 14, 7 2 0, , 7
            give-notice, 14, 5 2, ,
            offer-what-is-held, , '', ,
            take-over-offers, 14, 7 2, ,
            decide-on-releases, 14, 7 2, ,
            settle-what-is-left, 7, 3 1, ,
            share-parting-words, , '', ,
            seek-replacement, 14, 5 0, , 7
            wait-for-replacement, 28, '', ,
            invite-to-meeting, 7, 2 0, ,
            write-minutes, 7, 2 0, , 3
            wait-for-minutes, 14, '', ,
            give-consent, 14, 7 2, ,
            connect-newcomer, 7, 2, , 3
            confirm-joining, 14, 7 2, ,
            orient-newcomer, 21, 7 2, , 7
            name-partner-to-release, 14, 5 2, ,
            answer-letter, 21, 10 5 2, 3,
            a-step-nobody-thought-of, 14, 7 2 0, 7,
            """)
    void each_step_has_its_row(String step, BigDecimal days, String reminders, BigDecimal coordinator, BigDecimal manager) {
        Deadline deadline = deadlines.of(step);

        assertThat(deadline.days()).isEqualTo(Optional.ofNullable(days).map(BigDecimal::stripTrailingZeros));
        assertThat(deadline.remindBefore()).map(BigDecimal::toPlainString)
                .isEqualTo(reminders.isEmpty() ? List.of() : List.of(reminders.split(" ")));
        assertThat(deadline.coordinatorAfter()).isEqualTo(Optional.ofNullable(coordinator).map(BigDecimal::stripTrailingZeros));
        assertThat(deadline.managerAfter()).isEqualTo(Optional.ofNullable(manager).map(BigDecimal::stripTrailingZeros));
    }

    @Test
    void the_row_for_all_others_is_the_last_one_and_hides_none() {
        List<Rule> rows = List.copyOf(Dmn.readModelFromFile(new File("processes/deadlines.dmn")).getModelElementsByType(Rule.class));
        assertThat(rows.subList(0, rows.size() - 1)).extracting(row -> row.getInputEntries().iterator().next().getText().getTextContent())
                .doesNotContain("");
    }

    @Test
    void a_timer_waits_as_many_days_as_the_table_says() {
        clock.setTo(NEW_YEAR);

        assertThat(deadlines.due("answer-invitation")).isEqualTo(Date.from(NEW_YEAR.plus(Duration.ofDays(14))));
    }

    @Test
    void what_is_always_there_has_no_due_date_and_no_timer_waits_for_it() {
        assertThat(deadlines.dueFor("update-people")).isEmpty();
        assertThatThrownBy(() -> deadlines.due("update-people")).hasMessageContaining("update-people");
    }

    @Test
    void a_table_deployed_later_counts_for_all_new_tasks_and_no_answer_is_written_into_history() {
        clock.setTo(NEW_YEAR);
        assertThat(deadlines.dueFor("answer-invitation")).contains(NEW_YEAR.plus(Duration.ofDays(14)));
        Deployment changed = repository.createDeployment().addString("deadlines.dmn", """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn"
                    id="changed" name="Deadlines" namespace="https://commonground.org/decisions">
                  <decision id="deadlines" name="Deadlines" camunda:historyTimeToLive="P1D">
                    <decisionTable id="table" hitPolicy="FIRST">
                      <input id="i"><inputExpression id="e" typeRef="string"><text>step</text></inputExpression></input>
                      <output id="days" name="days" typeRef="double"/>
                      <output id="remind" name="remindBefore"/>
                      <rule id="all"><inputEntry id="any"><text></text></inputEntry>
                        <outputEntry id="d"><text>1.5</text></outputEntry><outputEntry id="r"><text>1</text></outputEntry></rule>
                    </decisionTable>
                  </decision>
                </definitions>""").deploy();
        try {
            clock.advance(Duration.ofMinutes(1));

            assertThat(deadlines.dueFor("answer-invitation")).contains(clock.instant().plus(Duration.ofHours(36)));
            assertThat(deadlines.of("answer-invitation").remindBefore()).containsExactly(BigDecimal.ONE);
            assertThat(history.createHistoricDecisionInstanceQuery().decisionDefinitionKey("deadlines").count()).isZero();
        } finally {
            repository.deleteDeployment(changed.getId(), true);
            clock.advance(Duration.ofMinutes(1));
            assertThat(deadlines.dueFor("answer-invitation")).contains(clock.instant().plus(Duration.ofDays(14)));
        }
    }
}
