package org.commonground.engine;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.commonground.foundation.PartnershipId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The open steps of a case, when what they are about passes on: who is meant now gets them, who was meant loses them. */
@Component
public class CaseTasks {

    private static final int MOST = 1000;

    private final ObjectProvider<ProcessEngine> engine;
    private final TaskDesk desk;

    CaseTasks(ObjectProvider<ProcessEngine> engine, TaskDesk desk) {
        this.engine = engine;
        this.desk = desk;
    }

    /**
     * Asks each open step of the case again whom it is for, in all its rooms. Who holds one that passes on holds it no longer. May be
     * repeated. For a machine's box: it goes with that box's transaction.
     */
    public void recalculate(PartnershipId partnership) {
        engine.getObject().getTaskService().createTaskQuery().processInstanceBusinessKey(partnership.value()).orderByTaskId().asc()
                .listPage(0, MOST).forEach(this::recalculate);
    }

    private void recalculate(Task open) {
        TaskEntity task = Context.getCommandContext().getTaskManager().findTaskById(open.getId());
        Set<String> meant = meant(task);
        Set<String> before = new HashSet<>();
        task.getCandidates().stream().map(IdentityLink::getGroupId).filter(group -> group != null).forEach(before::add);
        if (task.getTaskDefinition() == null || meant.isEmpty() || meant.equals(before)) {
            return;
        }
        before.stream().filter(group -> !meant.contains(group)).forEach(task::deleteCandidateGroup);
        meant.stream().filter(group -> !before.contains(group)).forEach(task::addCandidateGroup);
        if (task.getAssignee() != null) {
            task.setAssignee(null);
        }
        task.triggerUpdateEvent();
        // Whoever has it now hears of it, and reminders go there.
        desk.closed(task);
        desk.opened(task, form(task), meant);
    }

    private static String form(TaskEntity task) {
        Expression form = task.getTaskDefinition().getCamundaFormDefinitionKey();
        return form == null ? null : String.valueOf(form.getValue(task));
    }

    private static Set<String> meant(TaskEntity task) {
        Set<String> groups = new HashSet<>();
        if (task.getTaskDefinition() != null) {
            for (Expression asked : task.getTaskDefinition().getCandidateGroupIdExpressions()) {
                Object answer = asked.getValue(task);
                if (answer instanceof Collection<?> several) {
                    several.forEach(one -> groups.add(one.toString()));
                } else if (answer != null) {
                    groups.add(answer.toString());
                }
            }
        }
        return groups;
    }
}
