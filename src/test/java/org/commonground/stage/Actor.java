package org.commonground.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.SpinValues;
import org.commonground.engine.Variable;
import org.commonground.foundation.Refusal;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody who uses the application as Tasklist does: logged in, with the groups of the account, through the same forms. Before a
 * task is filled in it is asserted that this person can see it, so every play is also a test of roles.
 */
public final class Actor {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Stage stage;
    private final ProcessEngine engine;
    private final String user;

    Actor(Stage stage, String user) {
        this.stage = stage;
        this.engine = stage.engine();
        this.user = user;
    }

    public String user() {
        return user;
    }

    /** Starts a process with its form and returns the new case. */
    public String starts(String process, Map<String, Object> answers) {
        ProcessInstance instance = as(() -> {
            ProcessDefinition definition = engine.getRepositoryService().createProcessDefinitionQuery()
                    .processDefinitionKey(process).latestVersion().singleResult();
            assertThat(definition).as(user + " does not find the process " + process).isNotNull();
            return engine.getFormService().submitStartForm(definition.getId(), typed(answers));
        });
        stage.machineWorks();
        return engine.getHistoryService().createHistoricProcessInstanceQuery().processInstanceId(instance.getId())
                .singleResult().getBusinessKey();
    }

    /** Labels of the tasks of this case that this person sees, sorted. */
    public List<String> sees(String businessKey) {
        return as(() -> tasks(businessKey).stream().map(Task::getName).sorted().toList());
    }

    /** What the form of the task shows now. */
    public Map<String, Object> opens(String label, String businessKey) {
        Task task = task(label, businessKey);
        return as(() -> {
            engine.getFormService().getDeployedTaskForm(task.getId());
            Map<String, Object> shown = new java.util.LinkedHashMap<>();
            VariableMap variables = engine.getFormService().getTaskFormVariables(task.getId());
            for (String key : variables.keySet()) {
                Object value = variables.getValueTyped(key) instanceof org.camunda.spin.plugin.variable.value.JsonValue json
                        ? read(json.getValueSerialized()) : variables.get(key);
                shown.put(key, value);
            }
            return shown;
        });
    }

    /** Fills in the form of the task and completes it; the machine then does its part. */
    public void completes(String label, String businessKey, Map<String, Object> answers) {
        submits(label, businessKey, answers);
        stage.machineWorks();
    }

    /** The same without the machine's part, for whoever wants to look at the one submission. */
    public void submits(String label, String businessKey, Map<String, Object> answers) {
        submit(task(label, businessKey), answers);
    }

    /** Fills in the one of several tasks of this label that is about this party. */
    public void completesFor(String party, String label, String businessKey, Map<String, Object> answers) {
        Task task = as(() -> engine.getTaskService().createTaskQuery().processInstanceBusinessKey(businessKey).taskName(label)
                .listPage(0, 1000)).stream()
                .filter(open -> party.equals(engine.getTaskService().getVariable(open.getId(), Variable.PARTY.name())))
                .findFirst().orElseThrow(() -> new AssertionError(user + " sees no “" + label + "” about " + party));
        submit(task, answers);
        stage.machineWorks();
    }

    /** The submission alone, for whoever wants to know what it costs: who and what is looked up before. */
    public Runnable submission(String label, String businessKey, Map<String, Object> answers) {
        String task = task(label, businessKey).getId();
        List<String> groups = List.copyOf(stage.groupsOf(user));
        VariableMap variables = typed(answers);
        return () -> {
            engine.getIdentityService().setAuthentication(user, groups);
            try {
                engine.getFormService().submitTaskForm(task, variables);
            } finally {
                engine.getIdentityService().clearAuthentication();
            }
        };
    }

    private void submit(Task task, Map<String, Object> answers) {
        as(() -> {
            engine.getFormService().submitTaskForm(task.getId(), typed(answers));
            return null;
        });
    }

    /** Tries the same and returns the sentence of the refusal; fails when it was accepted. */
    public String isRefused(String label, String businessKey, Map<String, Object> answers) {
        Task task = task(label, businessKey);
        try {
            submit(task, answers);
        } catch (RuntimeException exception) {
            return refusal(exception);
        }
        throw new AssertionError("“" + label + "” was accepted");
    }

    /** Tries to start a process and returns the sentence of the refusal. */
    public String mayNotStart(String process, Map<String, Object> answers) {
        try {
            starts(process, answers);
        } catch (RuntimeException exception) {
            return refusal(exception);
        }
        throw new AssertionError("The process " + process + " was started");
    }

    /** The one task of this label in this case that this person sees. */
    public Task task(String label, String businessKey) {
        List<Task> found = as(() -> new ArrayList<>(tasks(businessKey)));
        List<Task> named = found.stream().filter(task -> task.getName().equals(label)).toList();
        assertThat(named).as("%s looks for “%s” in %s and sees %s", user, label, businessKey,
                found.stream().map(Task::getName).toList()).hasSize(1);
        return named.get(0);
    }

    private List<Task> tasks(String businessKey) {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(businessKey).initializeFormKeys().listPage(0, 1000);
    }

    /** Does something with the engine in this person's name. */
    public <T> T as(Supplier<T> action) {
        engine.getIdentityService().setAuthentication(user, List.copyOf(stage.groupsOf(user)));
        try {
            return action.get();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private static String refusal(RuntimeException exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal.sentence();
            }
        }
        throw exception;
    }

    /** As Tasklist sends them: text, numbers, yes or no as they are, lists and groups as JSON. */
    private static VariableMap typed(Map<String, Object> answers) {
        VariableMap variables = Variables.createVariables();
        answers.forEach((key, value) -> {
            if (value instanceof List || value instanceof Map) {
                variables.putValueTyped(key, SpinValues.jsonValue(write(value)).create());
            } else {
                variables.putValue(key, value);
            }
        });
        return variables;
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException exception) {
            throw new IllegalArgumentException(exception);
        }
    }

    private static Object read(String json) {
        try {
            return JSON.readValue(json, Object.class);
        } catch (JsonProcessingException exception) {
            throw new IllegalArgumentException(exception);
        }
    }
}
