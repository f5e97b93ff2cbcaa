package org.commonground.organisation;

import java.util.List;
import java.util.Set;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Role;
import org.commonground.foundation.Seat;
import org.commonground.foundation.SecretariatGroup;

/** The accounts and groups behind the registry's people, kept by whoever guards the doors. Every verb may be repeated. */
public interface Accounts {

    /** Whether somebody has an account with this user id, in whatever capitals. */
    boolean exists(String user);

    /** User ids of those who serve as coordinators. */
    List<String> coordinators();

    /** Opens the group of the organisation and one for each of its seats, with what they may see and do. */
    void openGroups(OrganisationId id, String name, Set<Role> roles);

    /**
     * Opens an account without a usable password and has the person mailed a link that works once. An account that exists
     * stays as it is, and nothing is mailed.
     */
    void openAccount(String user, String name, String email);

    void join(String user, OrganisationId id);

    /** The person loses what the organisation's people may see, also the tasks at hand. */
    void leave(String user, OrganisationId id);

    void take(String user, Seat seat);

    void release(String user, Seat seat);

    /**
     * Keeps these people, and nobody else, in the group of a secretariat or of a part of it, with its list of steps. What somebody had
     * claimed who is put out goes back to those who stay.
     *
     * @return user ids of those who are put out
     */
    Set<String> keepSecretariat(SecretariatGroup group, String name, Set<String> users);
}
