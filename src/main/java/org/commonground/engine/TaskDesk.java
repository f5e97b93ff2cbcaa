package org.commonground.engine;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.commonground.foundation.OrganisationId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Gives each user task its due date and tells the observers that it opened or closed. */
@Component
class TaskDesk {

    private final ObjectProvider<DueDates> dueDates;
    private final ObjectProvider<TaskObserver> observers;
    private final Steps steps;
    private final Servants servants;

    TaskDesk(ObjectProvider<DueDates> dueDates, ObjectProvider<TaskObserver> observers, Steps steps, Servants servants) {
        this.steps = steps;
        this.servants = servants;
        this.dueDates = dueDates;
        this.observers = observers;
    }

    void opened(DelegateTask task, String step) {
        if (task.getDueDate() == null && step != null) {
            dueDates.stream().findFirst().flatMap(dates -> dates.dueFor(step)).ifPresent(due -> task.setDueDate(Date.from(due)));
        }
        servants.beside(groups(task), task.getExecution()).forEach(task::addCandidateGroup);
        OpenTask open = open(task, step, groups(task), mailed(task, step));
        observers.orderedStream().forEach(observer -> observer.opened(open));
    }

    /** @param groups for whom it is now, and who of them is new */
    void passedOn(DelegateTask task, String step, Set<String> groups, Set<String> newcomers) {
        OpenTask open = open(task, step, groups, mailed(task, step));
        observers.orderedStream().forEach(observer -> observer.passedOn(open, newcomers));
    }

    /** Tells whose step was given back by another person; nobody hears of what people do with steps of their own. */
    void assigned(DelegateTask task, String step) {
        ClaimInProgress claim = ClaimInProgress.current();
        if (claim != null) {
            claim.freed().ifPresent(was -> {
                OpenTask open = open(task, step, groups(task), List.of());
                observers.orderedStream().forEach(observer -> observer.freed(open, was, claim.person()));
            });
        }
    }

    private static Set<String> groups(DelegateTask task) {
        return task.getCandidates().stream().map(IdentityLink::getGroupId).filter(group -> group != null).collect(Collectors.toSet());
    }

    /** What is always there has no mail of its own. */
    private List<String> mailed(DelegateTask task, String step) {
        return step == null || task.getDueDate() == null ? List.of() : steps.mailed(step, new ExecutionContext(task.getExecution()));
    }

    private OpenTask open(DelegateTask task, String step, Set<String> groups, List<String> words) {
        Instant due = task.getDueDate() == null ? null : task.getDueDate().toInstant();
        String suffix = steps.part(new ExecutionContext(task.getExecution())).map(PartOfCase.Part::suffix).orElse(null);
        return new OpenTask(task.getId(), step, task.getName(), task.getExecution().getProcessBusinessKey(), suffix, about(task, groups),
                groups, task.getAssignee(), due, words);
    }

    private static String about(DelegateTask task, Set<String> groups) {
        return task.getVariable(Variable.PARTY.name()) instanceof String party
                && groups.stream().noneMatch(new OrganisationId(party)::isGroupOf) ? party : null;
    }

    void closed(DelegateTask task) {
        observers.orderedStream().forEach(observer -> observer.closed(task.getId()));
    }
}
