package org.commonground.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.commonground.foundation.Refusal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Durations, dates and cycles that the engine would not survive, or that fail for somebody else later. */
class GuardedTimesTest {

    private static final String DIGITS = "9".repeat(10_000);

    private static ProcessEngine guarded;

    @BeforeAll
    static void start() {
        guarded = GuardedEngine.guarded(Map.of());
    }

    @AfterAll
    static void stop() {
        guarded.close();
    }

    @AfterEach
    void clear() {
        guarded.getRepositoryService().createDeploymentQuery().list()
                .forEach(deployment -> guarded.getRepositoryService().deleteDeployment(deployment.getId(), true));
    }

    static Stream<Arguments> cycles() {
        return Stream.of(
                arguments("R/PT0S", "“R/PT0S” repeats too quickly: a cycle's period is a minute or more."),
                arguments("R/PT0.0001S", "“R/PT0.0001S” repeats too quickly: a cycle's period is a minute or more."),
                arguments("R5/PT0S", "“R5/PT0S” repeats too quickly: a cycle's period is a minute or more."),
                arguments("R/PT59.999S", "“R/PT59.999S” repeats too quickly: a cycle's period is a minute or more."),
                arguments("R/-PT1H", "“-PT1H” is no duration: write it such as P14D or PT2H."),
                arguments("R/PT-1H", "“PT-1H” is no duration: write it such as P14D or PT2H."),
                arguments("R/P9999999999Y", "“P9999999999Y” is too long: a duration is a hundred years or less."),
                arguments("R99999999999/PT1M",
                        "“R99999999999/PT1M” repeats too often: say 1 to 9,999 times, or R alone for a cycle without end."),
                arguments("R0/PT1M", "“R0/PT1M” repeats too often: say 1 to 9,999 times, or R alone for a cycle without end."),
                arguments("R/2026-01-01/PT1H", isNoCycle("R/2026-01-01/PT1H")),
                arguments("R/0001-01-01T00:00:00/PT1M", isNoCycle("R/0001-01-01T00:00:00/PT1M")),
                arguments("R/PT1H/9999-01-01", isNoCycle("R/PT1H/9999-01-01")),
                arguments("0 0/0 * * * ?", isNoCycle("0 0/0 * * * ?")),
                arguments("0 0 12 * * ?", isNoCycle("0 0 12 * * ?")),
                arguments("", isNoCycle("")),
                arguments("3 days", isNoCycle("3 days")),
                arguments(DIGITS, isNoCycle("9".repeat(64) + "…")),
                arguments("R/P" + DIGITS + "D", isNoCycle("R/P" + "9".repeat(61) + "…")));
    }

    private static String isNoCycle(String text) {
        return "“" + text + "” is no cycle: write it such as R5/P1D, or R/P1D for one without end.";
    }

    static Stream<Arguments> durations() {
        return Stream.of(
                arguments("PT0S", "“PT0S” is over at once: a duration is a second or more."),
                arguments("PT0.0001S", "“PT0.0001S” is over at once: a duration is a second or more."),
                arguments("P0D", "“P0D” is over at once: a duration is a second or more."),
                arguments("P9999999999Y", "“P9999999999Y” is too long: a duration is a hundred years or less."),
                arguments("P101Y", "“P101Y” is too long: a duration is a hundred years or less."),
                arguments("-P1D", isNoDuration("-P1D")),
                arguments("P", isNoDuration("P")),
                arguments("PT", isNoDuration("PT")),
                arguments("P1DT", isNoDuration("P1DT")),
                arguments("p1d", isNoDuration("p1d")),
                arguments("P1Y2W", isNoDuration("P1Y2W")),
                arguments("R/PT0S", isNoDuration("R/PT0S")),
                arguments("2026-01-01/P1D", isNoDuration("2026-01-01/P1D")),
                arguments("", isNoDuration("")),
                arguments("3 days", isNoDuration("3 days")),
                arguments("PT" + DIGITS + "S", isNoDuration("PT" + "9".repeat(62) + "…")));
    }

    private static String isNoDuration(String text) {
        return "“" + text + "” is no duration: write it such as P14D or PT2H.";
    }

    static Stream<Arguments> dates() {
        return Stream.of(
                arguments("0001-01-01", isOutOfReach("0001-01-01")),
                arguments("9999-12-31", isOutOfReach("9999-12-31")),
                arguments("9999-12-31T00:00:00Z", isOutOfReach("9999-12-31T00:00:00Z")),
                arguments("2026-02-31", isNoDate("2026-02-31")),
                arguments("31.12.2026", isNoDate("31.12.2026")),
                arguments("2026", isNoDate("2026")),
                arguments("", isNoDate("")),
                arguments("3 days", isNoDate("3 days")),
                arguments("R/PT0S", isNoDate("R/PT0S")),
                arguments(DIGITS, isNoDate("9".repeat(64) + "…")));
    }

    private static String isOutOfReach(String text) {
        return "“" + text + "” is out of reach: a date lies between the year 2000 and a hundred years from now.";
    }

    private static String isNoDate(String text) {
        return "“" + text + "” is no date: write it such as 2027-03-31 or 2027-03-31T18:00:00Z.";
    }

    // What is written in the diagram

    @ParameterizedTest
    @MethodSource("cycles")
    void a_cycle_is_judged_when_it_is_deployed(String text, String complaint) {
        for (String event : List.of(start("timeCycle", text), boundary("timeCycle", text), listener("timeCycle", text))) {
            assertThat(refused(event)).contains("“It”: " + complaint);
        }
    }

    @ParameterizedTest
    @MethodSource("durations")
    void a_duration_is_judged_when_it_is_deployed(String text, String complaint) {
        for (String event : List.of(start("timeDuration", text), boundary("timeDuration", text), listener("timeDuration", text))) {
            assertThat(refused(event)).contains("“It”: " + complaint);
        }
    }

    @ParameterizedTest
    @MethodSource("dates")
    void a_date_is_judged_when_it_is_deployed(String text, String complaint) {
        for (String event : List.of(start("timeDate", text), boundary("timeDate", text),
                task("camunda:dueDate", text), task("camunda:followUpDate", text), task("activiti:dueDate", text))) {
            assertThat(refused(event)).contains("“It”: " + complaint);
        }
    }

    static Stream<Arguments> others() {
        return Stream.of(
                arguments(task("camunda:dueDate", "-P1D"), isNoDate("-P1D")),
                arguments(task("camunda:dueDate", "PT0S"), "“PT0S” is over at once"),
                arguments(start("timeDate", "P1Y"), isNoDate("P1Y")),
                arguments(task("camunda:jobPriority", "high"), "“high” is no priority: write a whole number."),
                arguments(task("camunda:jobPriority", DIGITS), "is no priority: write a whole number."),
                arguments(retry("R/PT0S"), "“R/PT0S” repeats too often"),
                arguments(retry("R3/PT0S"), "“PT0S” is over at once"),
                arguments(retry("PT1M,PT0S"), "“PT0S” is over at once"),
                arguments(retry("PT1M,"), isNoDuration("")),
                arguments(retry("R99999999999/PT1M"), "“R99999999999/PT1M” repeats too often"),
                arguments(retry("${cycle}"), isNoDuration("${cycle}")));
    }

    @ParameterizedTest
    @MethodSource("others")
    void so_are_due_dates_priorities_and_retries(String boxes, String complaint) {
        assertThat(refused(boxes)).contains("“It”: “").contains(complaint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "P0D", "P9999999999D", "R/PT0S", "P1Y", "-P1D", "3 days", "${days}", "1e3"})
    void so_is_how_long_a_history_is_kept(String text) {
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(10), () -> refusal(() -> deploy(text, "<startEvent id='start'/>"))))
                .contains("“Test”: “" + text + "” is ");
    }

    @Test
    void what_is_sensible_is_taken() {
        deploy("P3650D", "<startEvent id='start'/>" + "<userTask id='task' camunda:dueDate='P3D' camunda:followUpDate='2026-01-01'"
                + " camunda:jobPriority='50' camunda:asyncBefore='true'><extensionElements><camunda:failedJobRetryTimeCycle>PT1M,PT5M"
                + "</camunda:failedJobRetryTimeCycle></extensionElements></userTask>");
        for (String cycle : List.of("R/PT1M", "R5/P1D", "R3/P1Y2M3DT4H5M6.5S", "R/P2W")) {
            deploy("", start("timeCycle", cycle));
        }
        for (String duration : List.of("PT1S", "P14D", "P2W", "P100Y", "P1Y2M3DT4H5M6.5S", "\n PT36H \n")) {
            deploy("3650", start("timeDuration", duration));
        }
        for (String date : List.of("2027-03-31", "2027-03-31T18:00:00", "2027-03-31T18:00:00.5Z", "2027-03-31T18:00:00+05:30")) {
            deploy("P1D", start("timeDate", date));
        }
    }

    // What an expression gives

    @ParameterizedTest
    @MethodSource("cycles")
    void a_cycle_that_an_expression_gives_is_judged_when_it_is_known(String text, String complaint) {
        assertThat(given(boundary("timeCycle", "${when}"), text)).isEqualTo(complaint);
    }

    @ParameterizedTest
    @MethodSource("durations")
    void so_is_a_duration(String text, String complaint) {
        assertThat(given(boundary("timeDuration", "${when}"), text)).isEqualTo(complaint);
    }

    @ParameterizedTest
    @MethodSource("dates")
    void so_is_a_date_and_when_a_task_is_due(String text, String complaint) {
        assertThat(given(boundary("timeDate", "${when}"), text)).isEqualTo(complaint);
        assertThat(given("<userTask id='task' camunda:dueDate='${when}'/>", text)).isEqualTo(complaint);
        assertThat(given("<userTask id='task' camunda:followUpDate='${when}'/>", text)).isEqualTo(complaint);
    }

    @Test
    void a_cycle_half_written_in_the_diagram_is_judged_too() {
        assertThat(given(boundary("timeCycle", "R/${when}"), "PT0S")).contains("repeats too quickly");
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(10), () -> refusal(() -> deploy("P1D", start("timeCycle", "R/PT0S${''}")))))
                .contains("repeats too quickly");
    }

    @Test
    void a_cycle_that_runs_goes_on() {
        deploy("P1D", "<startEvent id='start'/>" + boundary("timeCycle", "${when}"));
        String instance = guarded.getRuntimeService().startProcessInstanceByKey("test", Map.of("when", "R/PT1M")).getId();
        try {
            for (int time = 0; time < 3; time++) {
                Job job = guarded.getManagementService().createJobQuery().processInstanceId(instance).singleResult();
                ClockUtil.setCurrentTime(job.getDuedate());
                guarded.getManagementService().executeJob(job.getId());
            }
        } finally {
            ClockUtil.reset();
        }

        assertThat(guarded.getManagementService().createJobQuery().processInstanceId(instance).count()).isOne();
        assertThat(guarded.getTaskService().createTaskQuery().processInstanceId(instance).taskDefinitionKey("reminder").count())
                .isEqualTo(3);
    }

    private static String given(String boxes, String when) {
        deploy("P1D", "<startEvent id='start'/>" + boxes);
        return assertTimeoutPreemptively(Duration.ofSeconds(10), () -> refusal(() ->
                guarded.getRuntimeService().startProcessInstanceByKey("test", Map.of("when", when))));
    }

    private static String refused(String boxes) {
        return assertTimeoutPreemptively(Duration.ofSeconds(10), () -> refusal(() ->
                deploy("P1D", boxes.contains("id='start'") ? boxes : "<startEvent id='start'/>" + boxes)));
    }

    private static String refusal(Runnable action) {
        try {
            action.run();
            return "nothing was refused";
        } catch (ParseException refused) {
            return refused.getMessage();
        } catch (RuntimeException refused) {
            for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
                if (cause instanceof Refusal refusal) {
                    return refusal.sentence();
                }
            }
            throw refused;
        }
    }

    private static String start(String kind, String text) {
        return "<startEvent id='start' name='It'>" + timer(kind, text) + "</startEvent>";
    }

    private static String boundary(String kind, String text) {
        return "<userTask id='task'/><boundaryEvent id='it' name='It' attachedToRef='task' cancelActivity='false'>" + timer(kind, text)
                + "</boundaryEvent><sequenceFlow id='f2' sourceRef='it' targetRef='reminder'/><userTask id='reminder'/>";
    }

    private static String listener(String kind, String text) {
        return "<userTask id='task' name='It'><extensionElements><camunda:taskListener id='l' event='timeout' expression='${1}'>"
                + timer(kind, text) + "</camunda:taskListener></extensionElements></userTask>";
    }

    private static String timer(String kind, String text) {
        return "<timerEventDefinition id='t'><" + kind + ">" + text + "</" + kind + "></timerEventDefinition>";
    }

    private static String task(String attribute, String value) {
        return "<userTask id='task' name='It' " + attribute + "='" + value + "'/>";
    }

    private static String retry(String text) {
        return "<userTask id='task' name='It' camunda:asyncBefore='true'><extensionElements><camunda:failedJobRetryTimeCycle>" + text
                + "</camunda:failedJobRetryTimeCycle></extensionElements></userTask>";
    }

    /** A process of these boxes; its first is called “task”, or there is none. */
    private static void deploy(String kept, String boxes) {
        String task = boxes.contains("id='task'") ? "" : "<userTask id='task'/>";
        guarded.getRepositoryService().createDeployment().addString("test.bpmn", """
                <definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' targetNamespace='test'
                    xmlns:camunda='http://camunda.org/schema/1.0/bpmn' xmlns:activiti='http://activiti.org/bpmn'>
                  <process id='test' name='Test' isExecutable='true' camunda:historyTimeToLive='%s'>
                    %s%s<sequenceFlow id='f1' sourceRef='start' targetRef='task'/>
                  </process>
                </definitions>""".formatted(kept, boxes, task)).deploy();
    }
}
