package org.commonground.engine;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.foundation.Seat;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The open steps of a case, when what they are about passes on: who is meant now gets them, who was meant loses them. */
@Component
public class CaseTasks {

    private static final int MOST = 1000;

    private final ObjectProvider<ProcessEngine> engine;
    private final TaskDesk desk;
    private final Servants servants;
    private final HouseIdentity house;

    CaseTasks(ObjectProvider<ProcessEngine> engine, TaskDesk desk, Servants servants, HouseIdentity house) {
        this.engine = engine;
        this.desk = desk;
        this.servants = servants;
        this.house = house;
    }

    /**
     * Asks each open step of the case again whom it is for, in all its rooms. Who holds one that passes on holds it no longer; where it
     * is for more people than before, its holder keeps it. May be repeated. For a machine's box: it goes with that box's transaction.
     */
    public void recalculate(PartnershipId partnership) {
        engine.getObject().getTaskService().createTaskQuery().processInstanceBusinessKey(partnership.value()).orderByTaskId().asc()
                .listPage(0, MOST).forEach(this::recalculate);
    }

    /** The open steps of the case that wait for an organisation, or for those of its people who are in one of its roles. */
    public List<Waiting> waitingFor(PartnershipId partnership, OrganisationId organisation) {
        List<String> groups = Stream.concat(Stream.of(organisation.groupId()),
                Arrays.stream(Role.values()).map(role -> new Seat(organisation, role).groupId())).toList();
        return house.ask(() -> engine.getObject().getTaskService().createTaskQuery()
                .processInstanceBusinessKey(partnership.value()).taskCandidateGroupIn(groups).includeAssignedTasks()
                .orderByTaskCreateTime().asc().listPage(0, MOST)).stream()
                .map(task -> new Waiting(task.getName(), task.getDueDate() == null ? null : task.getDueDate().toInstant())).toList();
    }

    /**
     * @param label what is written on the box
     * @param due   null where there is no hurry
     */
    public record Waiting(String label, Instant due) {
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
        if (task.getAssignee() != null && !meant.containsAll(before)) {
            task.setAssignee(null);
        }
        task.triggerUpdateEvent();
        desk.passedOn(task, form(task), meant, meant.stream().filter(group -> !before.contains(group)).collect(Collectors.toSet()));
    }

    private static String form(TaskEntity task) {
        Expression form = task.getTaskDefinition().getCamundaFormDefinitionKey();
        return form == null ? null : String.valueOf(form.getValue(task));
    }

    private Set<String> meant(TaskEntity task) {
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
        groups.addAll(servants.beside(groups, task.getExecution()));
        return groups;
    }
}
