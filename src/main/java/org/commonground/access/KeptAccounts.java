package org.commonground.access;

import java.util.regex.Pattern;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.commonground.foundation.SecretariatGroup;

/**
 * What no person, an administrator neither, may do to accounts and groups: leave the house without an administrator, take away a
 * standing group, or make somebody one of an organisation's people behind the organisation's back. The house itself may.
 */
final class KeptAccounts {

    private static final Pattern OF_ORGANISATIONS = Pattern.compile("org[A-Z]\\w*|" + StandingGroup.PARTNER.id());
    private static final String BY_OWN_STEPS = "People come to an organisation and leave it by its own steps: see “Update people”.";
    private static final String SET_UP =
            "Who works in the secretariat of a partnership is said in that partnership: see “Set up secretariat”.";

    private KeptAccounts() {
    }

    static void keepAccount(String user) {
        if (byPerson()) {
            keepAnAdministratorBesides(user);
        }
    }

    static void keepMembership(String user, String group) {
        leaveToOrganisations(group);
        if (byPerson() && StandingGroup.ADMINISTRATOR.id().equals(group)) {
            keepAnAdministratorBesides(user);
        }
    }

    static void keepGroup(String group) {
        leaveToOrganisations(group);
        if (byPerson() && StandingGroup.isOne(group)) {
            throw new AuthorizationException("The house cannot do without this group.");
        }
    }

    /** Who belongs to an organisation or a secretariat stands in tables; the house writes the groups by them. */
    static void leaveToOrganisations(String group) {
        if (byPerson() && OF_ORGANISATIONS.matcher(group).matches()) {
            throw new AuthorizationException(BY_OWN_STEPS);
        }
        if (byPerson() && SecretariatGroup.isOne(group)) {
            throw new AuthorizationException(SET_UP);
        }
    }

    private static void keepAnAdministratorBesides(String user) {
        CommandContext command = Context.getCommandContext();
        boolean last = command.runWithoutAuthorization(
                () -> administrators(command).userId(user).count() > 0 && administrators(command).count() == 1);
        if (last) {
            throw new AuthorizationException("Somebody has to be administrator.");
        }
    }

    private static UserQuery administrators(CommandContext command) {
        return command.getReadOnlyIdentityProvider().createUserQuery(command).memberOfGroup(StandingGroup.ADMINISTRATOR.id());
    }

    private static boolean byPerson() {
        return Context.getCommandContext().getAuthentication() != null;
    }
}
