package org.commonground.engine;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.stereotype.Component;

/**
 * Plays steps in somebody's name, through the same forms, guard and grants as Tasklist: for the demo's history. The machine's
 * part is done at once, also while the job executor rests.
 */
@Component
public class Rehearsal {

    private final ProcessEngine engine;
    private final Steps steps;

    Rehearsal(ProcessEngine engine, Steps steps) {
        this.engine = engine;
        this.steps = steps;
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

    /** Completes the task of this label that the person sees in the case. */
    public void complete(String user, String label, String businessKey, Map<String, Object> answers) {
        as(user, () -> {
            Task task = engine.getTaskService().createTaskQuery().processInstanceBusinessKey(businessKey).taskName(label).singleResult();
            if (task == null) {
                throw new IllegalStateException(user + " sees no task “" + label + "” in " + businessKey);
            }
            engine.getFormService().submitTaskForm(task.getId(), typed(answers));
            return null;
        });
        machineWorks();
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
