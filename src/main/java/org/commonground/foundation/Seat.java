package org.commonground.foundation;

/** One organisation in one role. */
public record Seat(OrganisationId organisation, Role role) {

    /** The group of the people who hold this seat, such as {@code orgFaoExpert}. */
    public String groupId() {
        return organisation.groupId() + role.suffix();
    }
}
