package org.commonground.access;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.commonground.engine.HouseIdentity;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Role;
import org.commonground.foundation.Seat;
import org.commonground.foundation.SecretariatGroup;
import org.commonground.organisation.AccountRemoved;
import org.commonground.organisation.Accounts;
import org.commonground.orientation.SecretariatLeft;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Accounts and groups as the engine keeps them. Nobody but the house itself changes them through here. */
@Component
class EngineAccounts implements Accounts {

    private static final int LONGEST_NAME = 255;

    private final IdentityService identities;
    private final TaskService tasks;
    private final Grants grants;
    private final Filters filters;
    private final AccountLinks links;
    private final HouseIdentity house;
    private final LoginSessions sessions;

    EngineAccounts(IdentityService identities, TaskService tasks, Grants grants, Filters filters, AccountLinks links,
            HouseIdentity house, LoginSessions sessions) {
        this.identities = identities;
        this.tasks = tasks;
        this.grants = grants;
        this.filters = filters;
        this.links = links;
        this.house = house;
        this.sessions = sessions;
    }

    @Override
    public boolean exists(String user) {
        return house.ask(() -> !identities.createNativeUserQuery()
                .sql("select * from ACT_ID_USER where lower(ID_) = lower(#{user})").parameter("user", user).list().isEmpty());
    }

    @Override
    public List<String> coordinators() {
        return house.ask(() -> identities.createUserQuery().memberOfGroup(StandingGroup.COORDINATOR.id()).listPage(0, 200).stream()
                .map(User::getId).toList());
    }

    @Override
    public void openGroups(OrganisationId id, String name, Set<Role> roles) {
        house.act(() -> {
            open(id.groupId(), name, "ORGANISATION");
            roles.forEach(role -> openSeat(new Seat(id, role), name));
        });
    }

    @Override
    public void openAccount(String user, String name, String email) {
        house.act(() -> {
            if (identities.createUserQuery().userId(user).count() > 0) {
                return;
            }
            int space = name.strip().lastIndexOf(' ');
            User account = identities.newUser(user);
            account.setFirstName(space < 0 ? "" : name.strip().substring(0, space));
            account.setLastName(name.strip().substring(space + 1));
            account.setEmail(email);
            // One in some hundred contains a short name by chance.
            account.setPassword(Stream.generate(Secret::password)
                    .filter(one -> identities.checkPasswordAgainstPolicy(one, account).isValid()).findFirst().orElseThrow());
            identities.saveUser(account);
            links.send(user, email);
        });
    }

    @Override
    public void join(String user, OrganisationId id) {
        house.act(() -> {
            enter(user, StandingGroup.PARTNER.id());
            enter(user, id.groupId());
            // Colleagues see each other's names at claimed tasks instead of bare user ids.
            grants.of(id.groupId()).may(Resources.USER, user, Permissions.READ);
        });
    }

    @Override
    public void leave(String user, OrganisationId id) {
        house.act(() -> {
            List<String> held = groupsOf(user).stream().filter(group -> belongs(group, id)).toList();
            quit(user, held);
            grants.revoke(id.groupId(), Resources.USER, user);
            sessions.end(user);
            if (groupsOf(user).stream().noneMatch(group -> group.startsWith("org"))) {
                identities.deleteMembership(user, StandingGroup.PARTNER.id());
            }
        });
    }

    @Override
    public void take(String user, Seat seat) {
        house.act(() -> {
            openSeat(seat, nameOf(seat.organisation()));
            enter(user, seat.groupId());
        });
    }

    @Override
    public void release(String user, Seat seat) {
        house.act(() -> quit(user, List.of(seat.groupId())));
    }

    @Override
    public Set<String> keepSecretariat(SecretariatGroup group, String name, Set<String> users) {
        return house.ask(() -> {
            Set<String> present = identities.createUserQuery().memberOfGroup(group.id()).list().stream().map(User::getId)
                    .collect(Collectors.toSet());
            if (present.isEmpty() && users.isEmpty()) {
                return Set.of();
            }
            open(group.id(), name, "SECRETARIAT");
            grants.of(group.id()).may(Resources.FILTER, filters.id(ReadyFilter.SECRETARIAT_QUEUE_OF_PARTNERS), Permissions.READ);
            users.stream().filter(user -> !present.contains(user) && exists(user))
                    .forEach(user -> identities.createMembership(user, group.id()));
            Set<String> out = present.stream().filter(user -> !users.contains(user)).collect(Collectors.toSet());
            out.forEach(user -> quit(user, List.of(group.id())));
            return out;
        });
    }

    private void openSeat(Seat seat, String name) {
        open(seat.groupId(), name + " · " + seat.role().label(), "SEAT");
        grants.of(seat.groupId()).may(Resources.FILTER, filters.id(ReadyFilter.of(seat.role())), Permissions.READ);
    }

    private void open(String id, String name, String type) {
        if (identities.createGroupQuery().groupId(id).count() == 0) {
            Group group = identities.newGroup(id);
            group.setName(name.substring(0, Math.min(name.length(), LONGEST_NAME)));
            group.setType(type);
            identities.saveGroup(group);
        }
    }

    private String nameOf(OrganisationId id) {
        Group group = identities.createGroupQuery().groupId(id.groupId()).singleResult();
        return group == null ? id.code() : group.getName();
    }

    private void enter(String user, String group) {
        if (identities.createUserQuery().userId(user).memberOfGroup(group).count() == 0) {
            identities.createMembership(user, group);
        }
    }

    /** What the person had claimed goes back to those who stay. */
    private void quit(String user, List<String> groups) {
        if (groups.isEmpty()) {
            return;
        }
        groups.forEach(group -> identities.deleteMembership(user, group));
        tasks.createTaskQuery().taskAssignee(user).taskCandidateGroupIn(groups).includeAssignedTasks().list()
                .forEach(task -> tasks.setAssignee(task.getId(), null));
    }

    /** What somebody had claimed whose account is gone, a coordinator too, goes back to those who were asked with this person. */
    @EventListener
    void removed(AccountRemoved fact) {
        house.act(() -> tasks.createTaskQuery().taskAssignee(fact.user()).list().forEach(task -> tasks.setAssignee(task.getId(), null)));
    }

    /** The webapps know for some seconds which groups somebody was in: whoever is out of one logs in again. */
    @EventListener
    void left(SecretariatLeft fact) {
        fact.users().forEach(sessions::end);
    }

    private List<String> groupsOf(String user) {
        return identities.createGroupQuery().groupMember(user).list().stream().map(Group::getId).toList();
    }

    /** {@code orgFaoExpert} belongs to Fao, {@code orgFaouExpert} does not. */
    private static boolean belongs(String group, OrganisationId id) {
        return group.matches(id.groupId() + "([A-Z]\\w*)?");
    }
}
