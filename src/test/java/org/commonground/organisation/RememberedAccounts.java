package org.commonground.organisation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Role;
import org.commonground.foundation.Seat;
import org.commonground.foundation.SecretariatGroup;
import org.commonground.stage.Prop;

/** Accounts that are only remembered, to be looked at. */
public class RememberedAccounts implements Accounts, Prop {

    public final Set<String> groups = new TreeSet<>();
    public final Set<String> users = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    public final Set<String> memberships = new LinkedHashSet<>();
    public final List<String> mailed = new ArrayList<>();
    public final List<String> coordinators = new ArrayList<>(List.of("coordinator"));

    @Override
    public void putBack() {
        groups.clear();
        users.clear();
        memberships.clear();
        mailed.clear();
        coordinators.clear();
        coordinators.add("coordinator");
    }

    @Override
    public boolean exists(String user) {
        return users.contains(user);
    }

    @Override
    public List<String> coordinators() {
        return coordinators;
    }

    @Override
    public void openGroups(OrganisationId id, String name, Set<Role> roles) {
        groups.add(id.groupId());
        roles.forEach(role -> groups.add(new Seat(id, role).groupId()));
    }

    @Override
    public void openAccount(String user, String name, String email) {
        if (users.add(user)) {
            mailed.add(email);
        }
    }

    @Override
    public void join(String user, OrganisationId id) {
        memberships.add(user + " in " + id.groupId());
    }

    @Override
    public void leave(String user, OrganisationId id) {
        memberships.remove(user + " in " + id.groupId());
    }

    @Override
    public void take(String user, Seat seat) {
        memberships.add(user + " in " + seat.groupId());
    }

    @Override
    public Set<String> keepSecretariat(SecretariatGroup group, String name, Set<String> users) {
        String in = " in " + group.id();
        Set<String> out = new TreeSet<>();
        memberships.stream().filter(one -> one.endsWith(in)).map(one -> one.substring(0, one.indexOf(' ')))
                .filter(user -> !users.contains(user)).forEach(out::add);
        groups.add(group.id());
        memberships.removeIf(one -> one.endsWith(in));
        users.forEach(user -> memberships.add(user + in));
        return out;
    }

    @Override
    public void release(String user, Seat seat) {
        memberships.remove(user + " in " + seat.groupId());
    }
}
