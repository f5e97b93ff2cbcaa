package org.commonground.engine;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import jakarta.ws.rs.ClientErrorException;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.commonground.engine.Exercise.ExerciseRaised;
import org.commonground.engine.Exercise.ExerciseSettled;
import org.commonground.stage.Actor;
import org.commonground.stage.ProcessTest;
import org.commonground.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.commonground.stage.Stage.with;
import static org.commonground.stage.Refusals.pattern;

/** The promises of the engine room, on a diagram of its own. */
@ProcessTest
class EngineRoomTest {

    @Autowired
    private Stage stage;
    @Autowired
    private ProcessEngine engine;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private ApplicationEventPublisher facts;
    @Autowired
    private PlatformTransactionManager transactions;

    private Actor anna;

    @BeforeEach
    void deploy() {
        engine.getRepositoryService().createDeployment().name("exercise").enableDuplicateFiltering(false)
                .addClasspathResource("engine/exercise.bpmn").addClasspathResource("engine/begin-exercise.form")
                .addClasspathResource("engine/try-exercise.form").deploy();
        anna = stage.staff("exercisers");
        if (engine.getAuthorizationService().createAuthorizationQuery().groupIdIn("exercisers")
                .resourceType(Resources.PROCESS_DEFINITION).count() == 0) {
            grant(Resources.PROCESS_DEFINITION, "exercise",
                    Permissions.READ, Permissions.CREATE_INSTANCE);
            grant(Resources.PROCESS_INSTANCE, "*",
                    Permissions.CREATE);
        }
    }

    private void grant(Resource resource, String id,
                       Permission... permissions) {
        var authorization = engine.getAuthorizationService().createNewAuthorization(
                Authorization.AUTH_TYPE_GRANT);
        authorization.setGroupId("exercisers");
        authorization.setResource(resource);
        authorization.setResourceId(id);
        authorization.setPermissions(permissions);
        engine.getAuthorizationService().saveAuthorization(authorization);
    }

    private String begun() {
        return anna.starts("exercise", with("title", "Stretch"));
    }

    @Test
    void a_form_shows_its_sheet_and_nothing_of_it_is_stored() {
        String exercise = begun();
        assertThat(anna.opens("Try exercise", exercise)).containsEntry("greeting", "Welcome, " + anna.user())
                .containsEntry("colours", List.of(Map.of("label", "Red", "value", "red"), Map.of("label", "Blue", "value", "blue")));
        assertThat(engine.getRuntimeService().createVariableInstanceQuery().list()).noneMatch(v -> v.getName().equals("greeting"));
    }

    @Test
    void what_is_typed_reaches_the_domain_and_leaves_no_trace_in_the_engine() {
        String exercise = begun();
        String longWord = "x".repeat(20000);
        anna.completes("Try exercise", exercise, with("word", longWord, "colour", "blue", "done", false));
        assertThat(jdbc.sql("select word from exercise_word where case_key = ?").param(exercise).query(String.class).single())
                .isEqualTo(longWord);
        assertThat(engine.getHistoryService().createHistoricVariableInstanceQuery().list())
                .extracting("name").doesNotContain("word", "colour", "answers");
        assertThat(engine.getHistoryService().createHistoricDetailQuery().formFields().list()).isEmpty();
    }

    @Test
    void a_gateway_asks_the_fact_that_the_answer_left() {
        String exercise = begun();
        anna.completes("Try exercise", exercise, with("word", "once", "done", false));
        assertThat(anna.sees(exercise)).containsExactly("Try exercise");
        anna.completes("Try exercise", exercise, with("word", "twice", "done", true));
        assertThat(anna.sees(exercise)).isEmpty();
    }

    @Test
    void a_refusal_is_a_sentence_with_409_and_changes_neither_tables_nor_engine() {
        String exercise = begun();
        Task task = anna.task("Try exercise", exercise);
        assertThat(anna.isRefused("Try exercise", exercise, with("word", "forbidden", "done", true)))
                .isEqualTo("This word is not welcome here. Please find another one.");
        assertThatThrownBy(() -> anna.submits("Try exercise", exercise, with("word", "forbidden", "done", true)))
                .isInstanceOfSatisfying(ClientErrorException.class, refusal -> {
                    assertThat(refusal.getResponse().getStatus()).isEqualTo(409);
                    assertThat(refusal).hasMessage("This word is not welcome here. Please find another one.");
                });
        assertThat(anna.task("Try exercise", exercise).getId()).isEqualTo(task.getId());
        anna.completes("Try exercise", exercise, with("word", "welcome", "done", true));
        assertThat(jdbc.sql("select word from exercise_word where case_key = ?").param(exercise).query(String.class).list())
                .containsExactly("welcome");
    }

    @Test
    void who_comes_too_late_reads_that_the_step_is_over() {
        String exercise = begun();
        Runnable late = anna.submission("Try exercise", exercise, with("word", "late", "done", true));
        anna.completes("Try exercise", exercise, with("word", "first", "done", true));
        assertThatThrownBy(late::run).isInstanceOfSatisfying(ClientErrorException.class, refusal -> {
            assertThat(refusal.getResponse().getStatus()).isEqualTo(404);
            assertThat(refusal)
                    .hasMessage("This step is over: somebody has done it, or its time has passed. Please look at your list again.");
        });
        assertThat(jdbc.sql("select word from exercise_word where case_key = ?").param(exercise).query(String.class).list())
                .containsExactly("first");
    }

    @Test
    void an_unknown_key_is_refused_whatever_its_name() {
        String exercise = begun();
        for (String key : List.of("exerciseDone", "approved", "answers", "nrOfCompletedInstances", "party", "matter")) {
            assertThat(anna.isRefused("Try exercise", exercise, with("word", "a", "done", false, key, true)))
                    .matches(pattern("“…” is not asked by this form: please reload the page and answer again."));
        }
        assertThat(anna.isRefused("Try exercise", exercise, with("done", false))).isEqualTo("“Word” is missing: please fill it in.");
        assertThat(anna.isRefused("Try exercise", exercise, with("word", "a", "colour", "green", "done", false)))
                .isEqualTo("“Colour” does not offer this choice: please reload the page and choose again.");
    }

    @Test
    void a_start_form_is_guarded_and_the_case_gets_its_number_from_the_domain() {
        assertThat(anna.mayNotStart("exercise", with("title", "no")))
                .isEqualTo("Such an exercise cannot begin. Please choose another title.");
        assertThat(anna.mayNotStart("exercise", with("title", "a", "exerciseDone", true)))
                .isEqualTo("“exerciseDone” is not asked by this form: please reload the page and answer again.");
        assertThat(anna.mayNotStart("exercise", with())).isEqualTo("“Title” is missing: please fill it in.");
        String definition = engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey("exercise")
                .latestVersion().singleResult().getId();
        assertThatThrownBy(() -> anna.as(() -> engine.getFormService().submitStartForm(definition, "P-2026-0001",
                Map.of("title", "forged")))).hasMessageContaining("number of a new case");
        assertThat(begun()).startsWith("E-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"complete", "resolve", "delegate", "variable", "local variable", "error", "escalation", "attachment",
            "comment", "instance variable", "message"})
    void every_other_way_in_is_closed(String way) {
        String exercise = begun();
        Task task = anna.task("Try exercise", exercise);
        Map<String, Consumer<String>> ways = Map.ofEntries(
                Map.entry("complete", id -> engine.getTaskService().complete(id, Map.of("exerciseDone", true))),
                Map.entry("resolve", id -> engine.getTaskService().resolveTask(id, Map.of("exerciseDone", true))),
                Map.entry("delegate", id -> engine.getTaskService().delegateTask(id, "somebody")),
                Map.entry("variable", id -> engine.getTaskService().setVariable(id, "exerciseDone", true)),
                Map.entry("local variable", id -> engine.getTaskService().setVariableLocal(id, "exerciseDone", true)),
                Map.entry("error", id -> engine.getTaskService().handleBpmnError(id, "Any")),
                Map.entry("escalation", id -> engine.getTaskService().handleEscalation(id, "Any")),
                Map.entry("attachment", id -> engine.getTaskService().createAttachment("text", id, null, "a", "b", "http://c")),
                Map.entry("comment", id -> engine.getTaskService().createComment(id, null, "a")),
                Map.entry("instance variable", id -> engine.getRuntimeService().setVariable(task.getProcessInstanceId(),
                        "exerciseDone", true)),
                Map.entry("message", id -> engine.getRuntimeService().correlateMessage("ExerciseRaised", exercise)));
        assertThatThrownBy(() -> anna.as(() -> {
            ways.get(way).accept(task.getId());
            return null;
        })).isInstanceOf(AuthorizationException.class).hasMessageContaining("form of the step only");
        assertThat(anna.sees(exercise)).containsExactly("Try exercise");
    }

    @Test
    void nobody_starts_in_the_middle_or_without_the_form() {
        assertThatThrownBy(() -> anna.as(() -> engine.getRuntimeService().createProcessInstanceByKey("exercise")
                .startAfterActivity("Task_TryExercise").setVariable("exerciseDone", true).execute()))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> anna.as(() -> engine.getRuntimeService().startProcessInstanceByKey("exercise", "P-2026-0001")))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> engine.getRuntimeService().startProcessInstanceByKey("exercise"))
                .as("not even our own code").hasMessageContaining("form only");
    }

    @Test
    void our_own_code_cannot_complete_a_step_without_its_form_either() {
        Task task = anna.task("Try exercise", begun());
        assertThatThrownBy(() -> engine.getTaskService().complete(task.getId(), Variables.putValue("exerciseDone", true)))
                .hasMessageContaining("form only");
    }

    @Test
    void a_fact_reaches_its_case_and_its_matter_and_no_other() {
        String first = begun();
        String second = begun();
        facts.publishEvent(new ExerciseRaised(first, "m1"));
        facts.publishEvent(new ExerciseRaised(first, "m2"));
        stage.machineWorks();
        assertThat(anna.sees(first)).containsExactly("Look at matter", "Look at matter", "Try exercise");
        assertThat(anna.sees(second)).containsExactly("Try exercise");

        facts.publishEvent(new ExerciseSettled(first, "m1"));
        stage.machineWorks();
        assertThat(anna.sees(first)).containsExactly("Look at matter", "Try exercise");
        Task left = anna.task("Look at matter", first);
        assertThat(engine.getTaskService().getVariable(left.getId(), "matter")).isEqualTo("m2");
    }

    @Test
    void a_fact_that_nobody_waits_for_leaves_nothing_behind() {
        String exercise = begun();
        long before = engine.getManagementService().createJobQuery().messages().count();
        facts.publishEvent(new ExerciseSettled("P-1999-0001", "m1"));
        facts.publishEvent(new ExerciseSettled(exercise, "m1"));
        stage.machineWorks();
        assertThat(engine.getManagementService().createJobQuery().messages().count()).isEqualTo(before);
    }

    @Test
    void a_fact_whose_transaction_is_rolled_back_is_never_told() {
        String exercise = begun();
        facts.publishEvent(new ExerciseRaised(exercise, "m1"));
        stage.machineWorks();
        TransactionTemplate transaction =
                new TransactionTemplate(transactions);
        transaction.executeWithoutResult(status -> {
            facts.publishEvent(new ExerciseRaised(exercise, "m2"));
            status.setRollbackOnly();
        });
        stage.machineWorks();
        assertThat(anna.sees(exercise)).containsExactly("Look at matter", "Try exercise");
    }

    @Test
    void a_step_that_lost_a_race_is_tried_again_at_once_and_loses_no_try() {
        engine.getRepositoryService().createDeployment().addModelInstance("stumble.bpmn", Bpmn.createExecutableProcess("stumble")
                .camundaHistoryTimeToLiveString("P1D").camundaStartableInTasklist(false).startEvent()
                .serviceTask("Task_Stumble").camundaAsyncBefore().camundaDelegateExpression("${stumbleDelegate}").endEvent().done())
                .deploy();
        String instance = engine.getRuntimeService().startProcessInstanceByKey("stumble").getId();
        for (int attempt = 0; attempt < 3; attempt++) {
            String job = waiting(instance).getId();
            assertThatThrownBy(() -> engine.getManagementService().executeJob(job)).isInstanceOf(OptimisticLockingException.class);
        }
        assertThat(waiting(instance).getDuedate()).isBefore(Date.from(Instant.now().plusSeconds(3)));
        assertThat(waiting(instance).getRetries()).isEqualTo(6);
        engine.getRuntimeService().deleteProcessInstance(instance, "over");
    }

    private Job waiting(String instance) {
        return engine.getManagementService().createJobQuery().processInstanceId(instance).singleResult();
    }
}
