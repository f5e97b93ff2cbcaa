package org.commonground.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.commonground.engine.MovableClock;
import org.commonground.engine.OpenTask;
import org.commonground.stage.ProcessTest;
import org.commonground.stage.Stage;
import org.commonground.stage.StatementCount;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** What people hear of a task that waits, as time goes by. */
@ProcessTest
class SweepTest {

    private static final Instant MONDAY = Instant.parse("2027-03-01T08:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    @Autowired
    TaskNotices notices;
    @Autowired
    Deadlines deadlines;
    @Autowired
    Sweep sweep;
    @Autowired
    Postman postman;
    @Autowired
    Mails mails;
    @Autowired
    MovableClock clock;
    @Autowired
    Stage stage;
    @Autowired
    StatementCount statements;
    @Autowired
    ProcessEngine engine;

    private static final AtomicInteger CASES = new AtomicInteger();

    private final String task = UUID.randomUUID().toString();
    private final String number = "P-2099-%04d".formatted(CASES.incrementAndGet());

    @BeforeEach
    void begin() {
        stage.staff("invited");
        stage.staff("coordinator");
        stage.staff("manager");
        clock.setTo(MONDAY);
        mail();
    }

    @Test
    void a_task_that_opens_tells_those_whose_turn_it_is() {
        open("answer-invitation");

        assertThat(mail()).singleElement().satisfies(mail -> {
            assertThat(mail.to().address()).isEqualTo("testinvited@example.org");
            assertThat(mail.subject()).isEqualTo("It is your turn: Answer invitation (" + number + ")");
            assertThat(mail.text()).contains("by Monday 15 March 2027")
                    .contains("/camunda/app/tasklist/default/#/?task=" + task + "&forceDisplayTask=true");
        });
    }

    @Test
    void a_task_that_was_done_before_the_mail_left_tells_nobody() {
        open("answer-invitation");
        notices.closed(task);

        assertThat(mail()).isEmpty();
    }

    @Test
    void an_invitation_is_brought_to_mind_twice_and_then_the_coordinator_hears() {
        open("answer-invitation");

        assertThat(heardEachDay(30)).containsExactly("day 0: It is your turn → testinvited", "day 7: Reminder → testinvited",
                "day 12: Reminder → testinvited", "day 17: Overdue → testcoordinator");
    }

    @Test
    void a_task_of_the_coordinator_is_brought_to_mind_on_its_day_too_and_then_the_manager_hears() {
        open("select-partners");

        assertThat(heardEachDay(30)).containsExactly("day 0: It is your turn → testinvited", "day 5: Reminder → testinvited",
                "day 7: Reminder → testinvited", "day 10: Overdue → testmanager");
    }

    @Test
    void what_is_always_there_is_never_brought_to_mind() {
        open("update-people");
        notices.closed(task);
        open("update-people");

        assertThat(heardEachDay(30)).containsExactly("day 0: Now open to you → testinvited");
    }

    @Test
    void nobody_is_reminded_of_what_is_done() {
        open("answer-invitation");
        mail();
        notices.closed(task);

        assertThat(heardEachDay(30)).containsExactly("day 0: It is your turn → testinvited");
    }

    @Test
    void after_a_long_silence_of_the_machine_one_reminder_is_enough() {
        open("answer-invitation");
        mail();
        clock.advance(DAY.multipliedBy(30));
        sweep.run();
        sweep.run();

        assertThat(mail()).extracting(mail -> mail.subject().replaceFirst(":.*", ""))
                .containsExactlyInAnyOrder("It is your turn", "Reminder", "Overdue");
        assertThat(mail().stream().filter(mail -> mail.subject().startsWith("Reminder")).findFirst().orElseThrow().text())
                .contains("It was due on Monday 15 March 2027");
        assertThat(mail().stream().filter(mail -> mail.subject().startsWith("Overdue")).findFirst().orElseThrow().text())
                .contains("We still wait for the invited, since Monday 1 March 2027");
    }

    @Test
    void two_nodes_that_sweep_at_once_say_everything_once() throws Exception {
        open("answer-invitation");
        clock.advance(DAY.multipliedBy(18));
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            for (Future<?> node : IntStream.range(0, 4).mapToObj(n -> nodes.submit(sweep::run)).toList()) {
                node.get();
            }
        } finally {
            nodes.shutdown();
        }

        assertThat(mail()).hasSize(3);
    }

    @Test
    void an_opened_task_costs_two_statements_and_a_closed_one_costs_one() {
        open("state-profile");
        notices.closed(task);

        assertThat(statements.during(() -> open("state-profile"))).hasSizeLessThanOrEqualTo(2);
        assertThat(statements.during(() -> notices.closed(task))).hasSize(1);
    }

    @Test
    void mails_are_kept_for_a_year_and_then_go() {
        open("update-people");
        clock.advance(DAY.multipliedBy(364));
        sweep.run();
        assertThat(mail()).hasSize(1);

        clock.advance(DAY.multipliedBy(2));
        sweep.run();

        assertThat(mail()).isEmpty();
    }

    @Test
    void the_engine_gives_each_task_its_due_date_and_tells_of_it() {
        stage.staff("exercisers");
        engine.getRepositoryService().createDeployment().name("exercise").enableDuplicateFiltering(false)
                .addClasspathResource("engine/exercise.bpmn").addClasspathResource("engine/begin-exercise.form")
                .addClasspathResource("engine/try-exercise.form").deploy();
        String process = engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey("exercise").latestVersion()
                .singleResult().getId();
        String exercise = engine.getFormService().submitStartForm(process, Map.of("title", "Stretch")).getId();

        Task task = engine.getTaskService().createTaskQuery().processInstanceId(exercise).singleResult();
        assertThat(task.getDueDate().toInstant()).isEqualTo(MONDAY.plus(DAY.multipliedBy(14)));
        postman.makeRound();
        assertThat(mails.latest(100_000)).anySatisfy(mail -> {
            assertThat(mail.to().address()).isEqualTo("testexercisers@example.org");
            assertThat(mail.text()).contains(task.getId()).contains("It is your turn: Try exercise");
        });
        engine.getRuntimeService().deleteProcessInstance(exercise, "The test is over");
    }

    private void open(String step) {
        notices.opened(new OpenTask(task, step, "Answer invitation", number, null, null, Set.of("invited"), null,
                deadlines.dueFor(step).orElse(null), List.of()));
    }

    private List<String> heardEachDay(int days) {
        for (int day = 0; day < days; day++) {
            sweep.run();
            sweep.run();
            clock.advance(DAY);
        }
        return mail().stream().sorted((one, other) -> one.at().compareTo(other.at()))
                .map(mail -> "day %d: %s → %s".formatted(Duration.between(MONDAY, mail.at()).toDays(),
                        mail.subject().replaceFirst(":.*", ""), mail.to().address().replaceFirst("@.*", "")))
                .toList();
    }

    /** What was told of this task, latest first. */
    private List<Mails.Mail> mail() {
        postman.makeRound();
        return mails.latest(100_000).stream().filter(mail -> mail.subject().contains(number)).toList();
    }
}
