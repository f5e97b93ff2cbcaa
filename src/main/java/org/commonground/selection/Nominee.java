package org.commonground.selection;

import static java.util.stream.Collectors.toSet;
import static org.commonground.foundation.Words.maybe;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Role;

/**
 * An organisation that the coordinator would like to ask.
 *
 * @param neededRoles  which of the needed roles it is asked for
 * @param furtherRoles roles that nobody needs but everybody welcomes, such as ally
 * @param why          what the organisation reads about it, or null
 */
public record Nominee(OrganisationId organisation, Set<UUID> neededRoles, Set<Role> furtherRoles, String why) {

    public Nominee {
        neededRoles = Set.copyOf(neededRoles);
        furtherRoles = Set.copyOf(furtherRoles);
        why = maybe(why);
    }

    /** @param roles as the form spells them: ids of needed roles, and keys of roles */
    public static Nominee of(OrganisationId organisation, List<String> roles, String why) {
        return new Nominee(organisation,
                roles.stream().filter(Nominee::isId).map(UUID::fromString).collect(toSet()),
                roles.stream().filter(role -> !isId(role)).map(Role::of).collect(toSet()), why);
    }

    private static boolean isId(String role) {
        return role.length() == 36;
    }
}
