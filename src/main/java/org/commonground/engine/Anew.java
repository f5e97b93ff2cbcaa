package org.commonground.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.task.Task;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;

/**
 * Asks an organisation once more in a round that is still open: one more branch with the same box beside the others. The one place that
 * changes where a case stands; it does so in the name of the house, for whoever may answer the box.
 */
@Component
public class Anew {

    static final String CLOSED = "The round has closed; your earlier answer stands.";
    private static final String NEVER = "This answer binds as it was given and cannot be changed.";
    private static final String BODY = "#multiInstanceBody";
    /** Several who open and answer at one moment write the same counter of the engine. */
    private static final int TRIES = 10;

    private final ObjectProvider<ProcessEngine> engine;
    private final HouseIdentity house;
    private final KindsOfSteps steps;

    Anew(ObjectProvider<ProcessEngine> engine, HouseIdentity house, KindsOfSteps steps) {
        this.engine = engine;
        this.house = house;
        this.steps = steps;
    }

    /** Whether the round in which this was answered is still open. */
    public boolean isOpen(Earlier answer) {
        return steps.isAnsweredAnew(answer.form()) && answer.organisation() != null && house.ask(() -> round(answer)).isPresent();
    }

    /**
     * Opens the box once more for this organisation; where it is open already, that one is taken.
     *
     * @return id of the task
     * @throws Refusal where this is never answered anew, or its round has closed
     */
    public String open(Earlier answer) {
        Refusal.unless(steps.isAnsweredAnew(answer.form()) && answer.organisation() != null, NEVER);
        return house.ask(() -> {
            for (int tries = 1; ; tries++) {
                String round = round(answer).orElseThrow(() -> new Refusal(CLOSED));
                Optional<String> open = openTask(answer);
                if (open.isPresent()) {
                    return open.get();
                }
                try {
                    runtime().createProcessInstanceModification(answer.instance()).startBeforeActivity(answer.box(), round)
                            .setVariableLocal(Variable.PARTY.name(), answer.organisation().code())
                            .setVariableLocal(Variable.ANEW.name(), true).execute();
                } catch (OptimisticLockingException | TransientDataAccessException atTheSameMoment) {
                    Refusal.unless(tries < TRIES, "Many answer at this moment. Please press the button again.");
                } catch (ProcessEngineException changed) {
                    refusedOrOver(answer, changed);
                }
            }
        });
    }

    /** The box itself says no, or its round ended while it was opened; whatever else went wrong goes on as it is. */
    private void refusedOrOver(Earlier answer, ProcessEngineException changed) {
        for (Throwable cause = changed; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                throw new Refusal(refusal.sentence());
            }
        }
        if (round(answer).isPresent()) {
            throw changed;
        }
        throw new Refusal(CLOSED);
    }

    private Optional<String> openTask(Earlier answer) {
        List<Task> open = tasks().createTaskQuery().processInstanceId(answer.instance()).taskDefinitionKey(answer.box()).list();
        return open.stream().map(Task::getId)
                .filter(task -> Variable.PARTY.at(tasks(), task).filter(answer.organisation().code()::equals).isPresent()).findFirst();
    }

    /**
     * What is still going on around this very answer: the loop in which it was given, or the whole room, where it was called for this
     * organisation alone. A later round of the same box is another one.
     */
    private Optional<String> round(Earlier answer) {
        return engine.getObject().getHistoryService().createHistoricActivityInstanceQuery().processInstanceId(answer.instance())
                .activityId(answer.box()).list().stream().filter(box -> answer.task().equals(box.getTaskId())).findFirst()
                .flatMap(box -> standsAlone(box, answer) ? Optional.of(answer.instance()) : loop(box))
                .filter(round -> isRunning(answer.instance(), round));
    }

    /** In the room itself and not within a loop of it. */
    private static boolean standsAlone(HistoricActivityInstance box, Earlier answer) {
        return answer.instance().equals(box.getParentActivityInstanceId());
    }

    private Optional<String> loop(HistoricActivityInstance box) {
        return around(box).flatMap(this::around).filter(loop -> loop.getActivityId().endsWith(BODY)).map(HistoricActivityInstance::getId);
    }

    private Optional<HistoricActivityInstance> around(HistoricActivityInstance within) {
        return Optional.ofNullable(engine.getObject().getHistoryService().createHistoricActivityInstanceQuery()
                .activityInstanceId(within.getParentActivityInstanceId()).singleResult());
    }

    private boolean isRunning(String instance, String loop) {
        ActivityInstance whole = runtime().createProcessInstanceQuery().processInstanceId(instance).count() == 0 ? null
                : runtime().getActivityInstance(instance);
        return whole != null && contains(whole, loop);
    }

    private static boolean contains(ActivityInstance whole, String id) {
        return whole.getId().equals(id) || Arrays.stream(whole.getChildActivityInstances()).anyMatch(part -> contains(part, id));
    }

    private RuntimeService runtime() {
        return engine.getObject().getRuntimeService();
    }

    private TaskService tasks() {
        return engine.getObject().getTaskService();
    }

    /**
     * An answer that was sent.
     *
     * @param task     with which it was sent
     * @param instance the case of the engine in which the box stands
     */
    public record Earlier(String task, String form, String box, String instance, OrganisationId organisation) {
    }
}
