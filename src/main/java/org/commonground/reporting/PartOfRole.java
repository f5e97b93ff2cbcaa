package org.commonground.reporting;

import java.util.List;

import org.commonground.foundation.Role;

/**
 * What a seat says of a period beside the implementers' reports: each role what only it can say.
 *
 * @param words what its words are about
 * @param more  what the rest is about; null where a role is asked for one thing only
 */
public record PartOfRole(Role role, String words, String more) {

    /** In the order in which all read them: those for whom the work is done come first. */
    private static final List<PartOfRole> ALL = List.of(
            new PartOfRole(Role.PARTICIPANT, "What the participants met", "What the participants want changed"),
            new PartOfRole(Role.EXPERT, "What the experts learned", "What the experts advised"),
            new PartOfRole(Role.DECISION_MAKER, "What was decided", null),
            new PartOfRole(Role.RESOURCE_PROVIDER, "What was given", "Who was introduced to whom"),
            new PartOfRole(Role.ALLY, "What the allies saw", null));

    public static List<PartOfRole> all() {
        return ALL;
    }

    /** That of a role other than implementers, who report by objectives. */
    public static PartOfRole of(Role role) {
        return ALL.stream().filter(one -> one.role == role).findFirst().orElseThrow();
    }

    /** The result that a row of its form stands for. */
    public ResultKind result() {
        return role == Role.DECISION_MAKER ? ResultKind.POLICY : ResultKind.GRANT;
    }
}
