package org.commonground.organisation.process;

import org.commonground.foundation.Role;

/** A person in a role, as one choice of a form: {@code asha/expert}. */
record HeldSeat(String user, Role role) {

    static String value(String user, Role role) {
        return user + "/" + role.key();
    }

    static HeldSeat of(String value) {
        int slash = value.indexOf('/');
        return new HeldSeat(value.substring(0, slash), Role.of(value.substring(slash + 1)));
    }
}
