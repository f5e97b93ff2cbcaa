package org.commonground.access;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;

import java.util.Set;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Lays down at every start, before the first request is served, what the standing groups may do, the ready filters and the administrator.
 * <p>
 * Nobody is granted more than is written here. Candidate groups get their own tasks from the engine; no group of partners may ever read the
 * instances, tasks or history of a definition, because that shows every organisation's data.
 */
@Component
class StandingGrants implements SmartInitializingSingleton {

    private static final String TASKLIST = "tasklist";
    private static final String COCKPIT = "cockpit";
    private static final String PARTNERSHIP = "partnership";
    private static final String MATTER = "matter";
    private static final String ORGANISATION = "organisation";

    private final IdentityService identities;
    private final Grants grants;
    private final Filters filters;
    private final FirstAdministrator administrator;

    StandingGrants(IdentityService identities, Grants grants, Filters filters, FirstAdministrator administrator) {
        this.identities = identities;
        this.grants = grants;
        this.filters = filters;
        this.administrator = administrator;
    }

    @Override
    public void afterSingletonsInstantiated() {
        openGroups();
        filters.provide();
        partner();
        coordinator();
        manager();
        designer();
        administrator();
        administrator.provide();
    }

    private void openGroups() {
        Set<String> present = identities.createGroupQuery().list().stream().map(Group::getId).collect(Collectors.toSet());
        for (StandingGroup standing : StandingGroup.values()) {
            if (!present.contains(standing.id())) {
                Group group = identities.newGroup(standing.id());
                group.setName(standing.label());
                group.setType("SYSTEM");
                identities.saveGroup(group);
            }
        }
    }

    private void partner() {
        tasklist(StandingGroup.PARTNER);
    }

    private void coordinator() {
        tasklist(StandingGroup.COORDINATOR)
                .may(Resources.PROCESS_DEFINITION, ORGANISATION, Permissions.READ, Permissions.CREATE_INSTANCE)
                // To see whom a partnership is waiting for. Working on a step takes TASK_WORK, which only its own people have.
                .may(Resources.TASK, ANY, Permissions.READ);
    }

    /** Tasklist with all that people of partnerships start there. */
    private Grants.Holder tasklist(StandingGroup group) {
        return lists(group)
                // For the name of the process and the diagram beside the form.
                .may(Resources.PROCESS_DEFINITION, ANY, Permissions.READ)
                .may(Resources.PROCESS_DEFINITION, PARTNERSHIP, Permissions.READ, Permissions.CREATE_INSTANCE)
                .may(Resources.PROCESS_DEFINITION, MATTER, Permissions.READ, Permissions.CREATE_INSTANCE)
                .may(Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE);
    }

    /** Tasklist with the ready filters of the group. */
    private Grants.Holder lists(StandingGroup group) {
        Grants.Holder holder = grants.of(group.id()).may(Resources.APPLICATION, TASKLIST, Permissions.ACCESS);
        for (ReadyFilter filter : ReadyFilter.values()) {
            if (filter.reader() == group) {
                holder.may(Resources.FILTER, filters.id(filter), Permissions.READ);
            }
        }
        return holder;
    }

    private void manager() {
        // A manager watches in Cockpit; what was escalated to him waits in Tasklist.
        lists(StandingGroup.MANAGER)
                .may(Resources.APPLICATION, COCKPIT, Permissions.ACCESS)
                .may(Resources.PROCESS_DEFINITION, ANY, ProcessDefinitionPermissions.READ,
                        ProcessDefinitionPermissions.READ_INSTANCE, ProcessDefinitionPermissions.READ_HISTORY,
                        ProcessDefinitionPermissions.READ_TASK, ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE,
                        ProcessDefinitionPermissions.READ_HISTORY_VARIABLE, ProcessDefinitionPermissions.READ_TASK_VARIABLE)
                .may(Resources.DECISION_DEFINITION, ANY, Permissions.READ, Permissions.READ_HISTORY)
                .may(Resources.DEPLOYMENT, ANY, Permissions.READ)
                .may(Resources.TASK, ANY, Permissions.READ);
    }

    private void designer() {
        grants.of(StandingGroup.DESIGNER.id())
                .may(Resources.APPLICATION, COCKPIT, Permissions.ACCESS)
                .may(Resources.DEPLOYMENT, ANY, Permissions.CREATE, Permissions.READ)
                .may(Resources.PROCESS_DEFINITION, ANY, Permissions.READ)
                .may(Resources.DECISION_DEFINITION, ANY, Permissions.READ);
    }

    private void administrator() {
        Grants.Holder holder = grants.of(StandingGroup.ADMINISTRATOR.id());
        for (Resources resource : Resources.values()) {
            holder.may(resource, ANY, Permissions.ALL);
        }
    }
}
