package org.commonground.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.CachedDbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityState;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.IdentityLinkEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.task.Task;
import org.commonground.engine.ClaimInProgress;
import org.springframework.stereotype.Component;

/**
 * Who comes to a task gets the grants to work on it, and who leaves it loses them. The engine's own provider only gives: a former
 * assignee or candidate could still open and complete the task.
 */
@Component
public class OwnAuthorizationProvider extends DefaultAuthorizationProvider {

    /** Without the right to delete oneself: a person who signed does not vanish. */
    @Override
    public AuthorizationEntity[] newUser(User user) {
        return new AuthorizationEntity[]{
                createGrantAuthorization(user.getId(), null, Resources.USER, user.getId(), Permissions.READ, Permissions.UPDATE)};
    }

    /** A designer may not delete what he deployed: with it would go every case that runs on it. */
    @Override
    public AuthorizationEntity[] newDeployment(Deployment deployment) {
        return null;
    }

    @Override
    public AuthorizationEntity[] newTaskAssignee(Task task, String was, String now) {
        if (!ClaimInProgress.permits(task, was, now)) {
            throw new AuthorizationException("A free task can be taken for oneself only. Who has it gives it back; a colleague or the"
                    + " coordinator can free it.");
        }
        take(task, was, now);
        return super.newTaskAssignee(task, was, now);
    }

    @Override
    public AuthorizationEntity[] newTaskOwner(Task task, String was, String now) {
        take(task, was, now);
        return super.newTaskOwner(task, was, now);
    }

    @Override
    public AuthorizationEntity[] deleteTaskUserIdentityLink(Task task, String user, String type) {
        // With a finished task all its grants go at once.
        return isGone(task) || holds(task, user, type) ? null : grants(task, user, null);
    }

    @Override
    public AuthorizationEntity[] deleteTaskGroupIdentityLink(Task task, String group, String type) {
        boolean stays = links(task, type).anyMatch(link -> group.equals(link.getGroupId()));
        return isGone(task) || stays ? null : grants(task, null, group);
    }

    /** A task that is just being opened has no grants yet, so nobody needs to ask the database for them. */
    @Override
    protected AuthorizationEntity getGrantAuthorization(String taskId, String user, String group, Resource resource) {
        CachedDbEntity task = Context.getCommandContext().getDbEntityManager().getDbEntityCache()
                .getCachedEntity(TaskEntity.class, taskId);
        boolean opening = task != null && task.getEntityState() == DbEntityState.TRANSIENT;
        return opening ? null : super.getGrantAuthorization(taskId, user, group, resource);
    }

    private void take(Task task, String was, String now) {
        if (was != null && !was.equals(now) && !holds(task, was, null)) {
            Context.getCommandContext().getTaskManager().deleteDefaultAuthorizations(grants(task, was, null));
        }
    }

    private static boolean isGone(Task task) {
        return ((TaskEntity) task).isDeleted();
    }

    /** @param leaving the kind of link that is just being removed, or null */
    private static boolean holds(Task task, String user, String leaving) {
        return user.equals(task.getAssignee()) || user.equals(task.getOwner())
                || links(task, leaving).anyMatch(link -> user.equals(link.getUserId()));
    }

    /** The candidates of the task and whoever else is linked to it, but for the links of one type; assignee and owner are none. */
    private static Stream<IdentityLinkEntity> links(Task task, String without) {
        return ((TaskEntity) task).getIdentityLinks().stream().filter(link -> !link.getType().equals(without));
    }

    private AuthorizationEntity[] grants(Task task, String user, String group) {
        return Stream.of(Resources.TASK, Resources.HISTORIC_TASK)
                .flatMap(resource -> grant(task, user, group, resource).stream())
                .toArray(AuthorizationEntity[]::new);
    }

    /** Given in this very transaction, or before. */
    private List<AuthorizationEntity> grant(Task task, String user, String group, Resource resource) {
        List<AuthorizationEntity> found = new ArrayList<>(
                Context.getCommandContext().getDbEntityManager().getCachedEntitiesByType(AuthorizationEntity.class));
        found.removeIf(grant -> !hasEntitySameAuthorizationRights(grant, user, group, resource, task.getId()));
        if (found.isEmpty()) {
            found.add(getGrantAuthorization(task.getId(), user, group, resource));
        }
        found.removeIf(Objects::isNull);
        return found;
    }
}
