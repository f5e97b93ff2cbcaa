package org.commonground.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Plays steps in somebody's name, through the same forms, guard and grants as Tasklist: for the demo's history. The machine's
 * part is done at once, also while the job executor rests.
 */
@Component
public class Rehearsal {

    private static final String OVER = "commonground.rehearsal.over";
    private static final String PICK = "pick: ";
    private static final String AS_SHOWN = "as shown";
    private static final String EACH = "each";
    private static final String BUT = "but";

    private final ProcessEngine engine;
    private final Steps steps;
    private final MovableClock clock;
    private final Map<String, Set<String>> columns = new ConcurrentHashMap<>();

    Rehearsal(ProcessEngine engine, Steps steps, MovableClock clock) {
        this.engine = engine;
        this.steps = steps;
        this.clock = clock;
    }

    /** Remembers that everything was played to its end. */
    public void end() {
        engine.getManagementService().setProperty(OVER, "yes");
    }

    /** Whether everything was played to its end, in this run or in an earlier one. */
    public boolean hasEnded() {
        return engine.getManagementService().getProperties().containsKey(OVER);
    }

    /** Starts a process with its form and returns the key of the new case. */
    public String start(String user, String process, Map<String, Object> answers) {
        ProcessInstance instance = as(user, () -> {
            ProcessDefinition definition = engine.getRepositoryService().createProcessDefinitionQuery()
                    .processDefinitionKey(process).latestVersion().singleResult();
            return engine.getFormService().submitStartForm(definition.getId(), typed(answers));
        });
        machineWorks();
        return engine.getHistoryService().createHistoricProcessInstanceQuery().processInstanceId(instance.getId())
                .singleResult().getBusinessKey();
    }

    /**
     * Completes the task of this label that the person sees in the case; of several the one that is about the party.
     *
     * @param party   code of the organisation the task is about, or null where there is one task only
     * @param answers a text that begins with {@code pick: } picks the choice of that label; {@code as shown} leaves a field as it
     *                is; {@code {each: {…}, but: {2: {…}}}} leaves a list as it is and fills these fields in each row, those in the second
     */
    @SuppressWarnings("unchecked")
    public void complete(String user, String label, String businessKey, String party, Map<String, Object> answers) {
        as(user, () -> {
            Task task = engine.getTaskService().createTaskQuery().processInstanceBusinessKey(businessKey).taskName(label).listPage(0, 100)
                    .stream().filter(open -> party == null || party.equals(engine.getTaskService().getVariable(open.getId(), Variable.PARTY.name())))
                    .findFirst().orElseThrow(() -> new IllegalStateException(user + " sees no task “" + label + "” in " + businessKey));
            // Many answers do not depend on what the form shows, and reading it takes as long as answering.
            Supplier<Map<String, Object>> shown = SingletonSupplier.of(() -> shown(task));
            Map<String, Object> filled = new LinkedHashMap<>();
            answers.forEach((key, answer) -> filled.put(key, filled(key, answer, shown, task)));
            engine.getFormService().submitTaskForm(task.getId(), typed((Map<String, Object>) picked(filled, SingletonSupplier.of(() -> choices(shown.get())))));
            return null;
        });
        machineWorks();
    }

    /** Lets time pass until the open timers of this label in the case are due, and lets them fire. The clock never goes back. */
    public void timePasses(String label, String businessKey) {
        List<Job> timers = engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(businessKey).list().stream()
                .flatMap(instance -> engine.getManagementService().createJobQuery().processInstanceId(instance.getId()).timers().list().stream())
                .filter(timer -> label.equals(labelOf(timer))).toList();
        if (timers.isEmpty()) {
            throw new IllegalStateException("No timer “" + label + "” waits in " + businessKey);
        }
        for (Job timer : timers) {
            if (timer.getDuedate().toInstant().isAfter(clock.instant())) {
                clock.setTo(timer.getDuedate().toInstant());
            }
            engine.getManagementService().executeJob(timer.getId());
        }
        machineWorks();
    }

    private String labelOf(Job timer) {
        JobDefinition definition = engine.getManagementService().createJobDefinitionQuery().jobDefinitionId(timer.getJobDefinitionId()).singleResult();
        return engine.getRepositoryService().getBpmnModelInstance(timer.getProcessDefinitionId())
                .getModelElementById(definition.getActivityId()).getAttributeValue("name");
    }

    private Map<String, Object> shown(Task task) {
        Map<String, Object> shown = new HashMap<>();
        engine.getFormService().getTaskFormVariables(task.getId())
                .forEach((key, value) -> shown.put(key, value instanceof SpinJsonNode json ? plain(json) : value));
        return shown;
    }

    private Object plain(SpinJsonNode json) {
        try {
            return steps.read(json.toString());
        } catch (JsonProcessingException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private Object filled(String key, Object answer, Supplier<Map<String, Object>> shown, Task task) {
        if (AS_SHOWN.equals(answer)) {
            return shown.get().get(key);
        }
        if (!(answer instanceof Map<?, ?> rule) || !rule.containsKey(EACH)) {
            return answer;
        }
        // A script's numbers of rows are texts once they were read.
        Map<String, Object> exceptions = new HashMap<>();
        if (rule.get(BUT) instanceof Map<?, ?> but) {
            but.forEach((nr, exception) -> exceptions.put(String.valueOf(nr), exception));
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Object row : (List<?>) shown.get().get(key)) {
            Map<String, Object> filled = new LinkedHashMap<>();
            columns(key, task).forEach(column -> filled.put(column, ((Map<?, ?>) row).get(column)));
            ((Map<?, ?>) rule.get(EACH)).forEach((column, value) -> filled.put((String) column, value));
            if (exceptions.remove(String.valueOf(rows.size() + 1)) instanceof Map<?, ?> exception) {
                exception.forEach((column, value) -> filled.put((String) column, value));
            }
            rows.add(filled);
        }
        if (!exceptions.isEmpty()) {
            throw new IllegalStateException("“" + key + "” has " + rows.size() + " rows, and none for " + exceptions.keySet());
        }
        return rows;
    }

    /** What a row of this list asks for; what it only shows is not handed in. */
    private Set<String> columns(String list, Task task) {
        return columns.computeIfAbsent(task.getProcessDefinitionId() + "/" + task.getTaskDefinitionKey() + "/" + list, key -> readColumns(list, task));
    }

    private Set<String> readColumns(String list, Task task) {
        try (InputStream form = engine.getFormService().getDeployedTaskForm(task.getId())) {
            return FormSchema.parse(new String(form.readAllBytes(), StandardCharsets.UTF_8)).parts().stream()
                    .filter(part -> part instanceof FormSchema.Rows rows && rows.key().equals(list))
                    .map(part -> FormSchema.inputKeys(((FormSchema.Rows) part).parts())).findFirst().orElseThrow();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** What can be picked in the form now: label → value. */
    private static Map<String, Object> choices(Map<String, Object> shown) {
        Map<String, Object> choices = new HashMap<>();
        for (Object value : shown.values()) {
            if (value instanceof List<?> list) {
                list.stream().filter(choice -> choice instanceof Map<?, ?> pair && pair.containsKey("label") && pair.containsKey("value"))
                        .forEach(choice -> choices.put((String) ((Map<?, ?>) choice).get("label"), ((Map<?, ?>) choice).get("value")));
            }
        }
        return choices;
    }

    private static Object picked(Object answer, Supplier<Map<String, Object>> choices) {
        if (answer instanceof Map<?, ?> group) {
            Map<String, Object> picked = new LinkedHashMap<>();
            group.forEach((key, value) -> picked.put((String) key, picked(value, choices)));
            return picked;
        }
        if (answer instanceof List<?> list) {
            return list.stream().map(element -> picked(element, choices)).toList();
        }
        if (answer instanceof String text && text.startsWith(PICK)) {
            String label = text.substring(PICK.length());
            if (!choices.get().containsKey(label)) {
                throw new IllegalStateException("No choice “" + label + "” among " + choices.get().keySet());
            }
            return choices.get().get(label);
        }
        return answer;
    }

    private void machineWorks() {
        ManagementService jobs = engine.getManagementService();
        for (List<Job> due = open(jobs); !due.isEmpty(); due = open(jobs)) {
            due.forEach(job -> jobs.executeJob(job.getId()));
        }
    }

    private static List<Job> open(ManagementService jobs) {
        return jobs.createJobQuery().messages().executable().listPage(0, 1);
    }

    private <T> T as(String user, Supplier<T> action) {
        List<String> groups = engine.getIdentityService().createGroupQuery().groupMember(user).list().stream()
                .map(group -> group.getId()).toList();
        engine.getIdentityService().setAuthentication(user, groups);
        try {
            return action.get();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private VariableMap typed(Map<String, Object> answers) {
        VariableMap variables = Variables.createVariables();
        answers.forEach((key, value) -> {
            if (value instanceof List || value instanceof Map) {
                variables.putValueTyped(key, SpinValues.jsonValue(steps.write(value)).create());
            } else {
                variables.putValue(key, value);
            }
        });
        return variables;
    }
}
