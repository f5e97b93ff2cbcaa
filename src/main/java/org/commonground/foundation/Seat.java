package org.commonground.foundation;

/** One organisation in one role. */
public record Seat(OrganisationId organisation, Role role) {

    /** The group of the people who hold this seat, such as {@code orgFaoExpert}. */
    public String groupId() {
        return organisation.groupId() + role.suffix();
    }

    /** As diagrams carry it: {@code Fao:expert}. */
    public String key() {
        return organisation + ":" + role.key();
    }

    public static Seat of(String key) {
        String[] parts = key.split(":", 2);
        return new Seat(new OrganisationId(parts[0]), Role.of(parts[1]));
    }
}
