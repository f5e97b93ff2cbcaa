package org.commonground.home;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.commonground.foundation.OrganisationId;

/** What the name of a group says. */
public final class GroupName {

    private static final Pattern OF_ORGANISATION = Pattern.compile("org([A-Z][a-z0-9]{1,19})(?:[A-Z].*)?");
    private static final Set<String> STAFF = Set.of("coordinator", "manager", "camunda-admin");

    private GroupName() {
    }

    /** The code of the organisation whose people, all or some, are in the group; null for any other group. */
    public static String codeOf(String group) {
        Matcher organisation = OF_ORGANISATION.matcher(group);
        return organisation.matches() ? organisation.group(1) : null;
    }

    /** The organisations whose people are in these groups. */
    public static List<OrganisationId> organisations(Collection<String> groups) {
        return groups.stream().map(GroupName::codeOf).filter(Objects::nonNull).distinct().sorted().map(OrganisationId::new).toList();
    }

    /** Whether somebody in these groups serves all partnerships. */
    public static boolean anyOfStaff(Collection<String> groups) {
        return groups.stream().anyMatch(STAFF::contains);
    }
}
