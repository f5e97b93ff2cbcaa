package org.commonground.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;

/**
 * Somebody who uses the application as Tasklist does: logged in, with the groups of the account, through the same forms. What this
 * person does not see cannot be filled in, so every play is also a try of the roles.
 */
public class Player {

    private static final int MANY = 1000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Rehearsal rehearsal;
    private final ProcessEngine engine;
    private final String user;

    protected Player(Rehearsal rehearsal, String user) {
        this.rehearsal = rehearsal;
        this.engine = rehearsal.engine();
        this.user = user;
    }

    public String user() {
        return user;
    }

    /** Starts a process with its form and returns the number of the new case; the machine then does its part. */
    public String starts(String process, Map<String, Object> answers) {
        ProcessInstance instance = as(() -> {
            ProcessDefinition definition = engine.getRepositoryService().createProcessDefinitionQuery()
                    .processDefinitionKey(process).latestVersion().singleResult();
            if (definition == null) {
                throw new IllegalStateException(user + " does not find the process " + process);
            }
            return engine.getFormService().submitStartForm(definition.getId(), typed(answers));
        });
        rehearsal.machineWorks();
        return engine.getHistoryService().createHistoricProcessInstanceQuery().processInstanceId(instance.getId())
                .singleResult().getBusinessKey();
    }

    /** Labels of the tasks of this case that this person sees, sorted. */
    public List<String> sees(String businessKey) {
        return tasks(businessKey).stream().map(Task::getName).sorted().toList();
    }

    /** What the form of the task shows now. */
    public Map<String, Object> opens(String label, String businessKey) {
        Task task = task(label, businessKey);
        return as(() -> {
            engine.getFormService().getDeployedTaskForm(task.getId());
            return shown(task);
        });
    }

    /** Fills in the form of the task and completes it; the machine then does its part. A {@link Prompter} says what answers may say. */
    public void completes(String label, String businessKey, Map<String, Object> answers) {
        submits(label, businessKey, answers);
        rehearsal.machineWorks();
    }

    /** The same without the machine's part, for whoever wants to look at the one submission. */
    public void submits(String label, String businessKey, Map<String, Object> answers) {
        submission(label, businessKey, answers).run();
    }

    /** Fills in the one of several tasks of this label that is about this party. */
    public void completesFor(String party, String label, String businessKey, Map<String, Object> answers) {
        submission(taskAbout(party, label, businessKey), answers).run();
        rehearsal.machineWorks();
    }

    /** The submission alone, for later: who and what is looked up before. */
    public Runnable submission(String label, String businessKey, Map<String, Object> answers) {
        return submission(task(label, businessKey), answers);
    }

    private Runnable submission(Task task, Map<String, Object> answers) {
        List<String> groups = groups();
        VariableMap filled = as(groups, () -> typed(new Prompter(engine, task, () -> shown(task)).filled(answers)));
        return () -> as(groups, () -> {
            engine.getFormService().submitTaskForm(task.getId(), filled);
            return null;
        });
    }

    /** The one task of this label in this case that this person sees. */
    public Task task(String label, String businessKey) {
        List<Task> seen = tasks(businessKey);
        List<Task> named = seen.stream().filter(task -> task.getName().equals(label)).toList();
        if (named.size() != 1) {
            throw new IllegalStateException("%s looks for one “%s” in %s and sees %s".formatted(user, label, businessKey,
                    seen.stream().map(Task::getName).sorted().toList()));
        }
        return named.get(0);
    }

    private Task taskAbout(String party, String label, String businessKey) {
        return tasks(businessKey).stream().filter(task -> task.getName().equals(label))
                .filter(open -> party.equals(engine.getTaskService().getVariable(open.getId(), Variable.PARTY.name())))
                .findFirst().orElseThrow(() -> new IllegalStateException(
                        "%s sees no “%s” about %s in %s".formatted(user, label, party, businessKey)));
    }

    private List<Task> tasks(String businessKey) {
        return as(() -> engine.getTaskService().createTaskQuery().processInstanceBusinessKey(businessKey).initializeFormKeys()
                .listPage(0, MANY));
    }

    /** Does something with the engine in this person's name. */
    public <T> T as(Supplier<T> action) {
        return as(groups(), action);
    }

    private <T> T as(List<String> groups, Supplier<T> action) {
        engine.getIdentityService().setAuthentication(user, groups);
        try {
            return action.get();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private List<String> groups() {
        return engine.getIdentityService().createGroupQuery().groupMember(user).listPage(0, MANY).stream()
                .map(Group::getId).sorted().toList();
    }

    private Map<String, Object> shown(Task task) {
        Map<String, Object> shown = new LinkedHashMap<>();
        VariableMap variables = engine.getFormService().getTaskFormVariables(task.getId());
        variables.keySet().forEach(key -> shown.put(key,
                variables.getValueTyped(key) instanceof JsonValue json ? read(json.getValueSerialized()) : variables.get(key)));
        return shown;
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
