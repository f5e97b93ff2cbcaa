package org.commonground.home.web;

import java.util.Map;

import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.commonground.engine.DraftDesk;
import org.commonground.engine.HouseIdentity;
import org.commonground.foundation.Refusal;
import org.commonground.webapp.LoggedIn.Visitor;
import org.springframework.stereotype.Component;

/** Begins a matter in the name of whoever asks, as Tasklist would, with the partnership filled in. */
@Component
class Raising {

    private static final String ROOM = "matter";

    private final FormService forms;
    private final RepositoryService repository;
    private final TaskService tasks;
    private final IdentityService identities;
    private final DraftDesk drafts;
    private final HouseIdentity house;

    Raising(FormService forms, RepositoryService repository, TaskService tasks, IdentityService identities, DraftDesk drafts,
            HouseIdentity house) {
        this.forms = forms;
        this.repository = repository;
        this.tasks = tasks;
        this.identities = identities;
        this.drafts = drafts;
        this.house = house;
    }

    /**
     * The address of the step in which it is said what is raised.
     *
     * @throws Refusal where this person can raise nothing now
     */
    String begin(String number, Visitor visitor) {
        String definition = house.ask(() -> repository.createProcessDefinitionQuery().processDefinitionKey(ROOM).latestVersion()
                .singleResult().getId());
        ProcessInstance begun = begun(definition, visitor);
        String task = house.ask(() -> tasks.createTaskQuery().processInstanceId(begun.getId()).singleResult().getId());
        visitor.ask(identities, () -> drafts.save(task, 0, "{\"partnership\":\"" + number + "\"}"));
        return "/camunda/app/tasklist/default/#/?task=" + task + "&forceDisplayTask=true&filledIn=partnership";
    }

    private ProcessInstance begun(String definition, Visitor visitor) {
        try {
            return visitor.ask(identities, () -> forms.submitStartForm(definition, Map.of()));
        } catch (ProcessEngineException wrapped) {
            for (Throwable cause = wrapped; cause != null; cause = cause.getCause()) {
                if (cause instanceof Refusal refusal) {
                    throw refusal;
                }
            }
            throw wrapped;
        }
    }
}
