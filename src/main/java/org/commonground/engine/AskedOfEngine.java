package org.commonground.engine;

import java.lang.reflect.Field;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.AbstractVariableQueryImpl;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.HistoricProcessInstanceQueryImpl;
import org.camunda.bpm.engine.impl.HistoricTaskInstanceQueryImpl;
import org.camunda.bpm.engine.impl.ProcessInstanceQueryImpl;
import org.camunda.bpm.engine.impl.QueryOrderingProperty;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.TenantQueryImpl;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CheckPassword;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobRetriesCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.springframework.util.ReflectionUtils;

/** Looks into a command for what it asks, where the list of commands permits a part of it only. */
final class AskedOfEngine {

    private static final String ADMINISTRATORS = "camunda-admin";

    /**
     * Whether a query asks about the values of variables: the answer “there is such a task” tells what the person may not read. The
     * order of a list tells it too. The ready filters are the house's own; what a person adds to one is not.
     */
    boolean aboutVariables(Command<?> command) {
        return command instanceof AbstractExecuteFilterCmd ? query(part(command, "extendingQuery")) : query(command);
    }

    private static boolean query(Object query) {
        if (!(query instanceof AbstractQuery<?, ?> asked)) {
            return false;
        }
        return names(query) || alternatives(query).stream().anyMatch(AskedOfEngine::names)
                || asked.getOrderingProperties().stream()
                        .anyMatch(order -> QueryOrderingProperty.RELATION_VARIABLE.equals(order.getRelation()));
    }

    private static boolean names(Object query) {
        return query instanceof TaskQueryImpl tasks && !tasks.getVariables().isEmpty()
                || query instanceof HistoricTaskInstanceQueryImpl past && !past.getVariables().isEmpty()
                || query instanceof AbstractVariableQueryImpl<?, ?> cases && !cases.getQueryVariableValues().isEmpty();
    }

    private static Collection<?> alternatives(Object query) {
        if (query instanceof TaskQueryImpl tasks) {
            return tasks.getQueries();
        }
        if (query instanceof HistoricTaskInstanceQueryImpl past) {
            return past.getQueries();
        }
        if (query instanceof HistoricProcessInstanceQueryImpl past) {
            return past.getQueries();
        }
        return query instanceof ProcessInstanceQueryImpl cases ? cases.getQueries() : List.of();
    }

    /**
     * A password is tried by its owner only. A step is taken for oneself or given back. A failed job is tried once more, but no date is
     * moved and nothing is stopped. What is deployed is there at once and for the whole house.
     */
    boolean withinBounds(Command<?> command, String person) {
        if (command instanceof CheckPassword) {
            return Objects.equals(part(command, "userId"), person);
        }
        if (command instanceof SetJobRetriesCmd) {
            return (int) part(command, "retries") > 0 && !(boolean) part(command, "isDueDateSet");
        }
        if (command instanceof AssignTaskCmd) {
            Object taker = part(command, "userId");
            return taker == null || taker.equals(person);
        }
        if (command instanceof DeployCmd) {
            DeploymentBuilderImpl deployment = (DeploymentBuilderImpl) part(command, "deploymentBuilder");
            return deployment.getProcessDefinitionsActivationDate() == null && deployment.getDeployment().getTenantId() == null;
        }
        return true;
    }

    /** What the platform asks before it knows who comes: about one person by name, and whether there is an administrator. */
    boolean toKnowWhoComes(Command<?> command) {
        if (command instanceof UserQueryImpl users) {
            return users.getId() != null || ADMINISTRATORS.equals(users.getGroupId());
        }
        if (command instanceof GroupQueryImpl groups) {
            return groups.getUserId() != null;
        }
        return !(command instanceof TenantQueryImpl tenants) || tenants.getUserId() != null;
    }

    /** The engine keeps what a command was given to itself. */
    private static Object part(Command<?> command, String name) {
        Field field = Objects.requireNonNull(ReflectionUtils.findField(command.getClass(), name), name);
        ReflectionUtils.makeAccessible(field);
        return ReflectionUtils.getField(field, command);
    }
}
