package org.commonground.foundation;

/**
 * Something that happened, told in the past tense: a record born in the verb that makes it true. Facts go outward, to
 * the engine as messages named like the record, to mail and to figures; they are no calls between rooms.
 */
public interface Fact {

    /** The case it happened in: a partnership's number, or an organisation's code. */
    String businessKey();

    /** Which of several matters of one case it concerns, such as one flag or one dispute; null where there is only one. */
    default String matter() {
        return null;
    }

    /** What stands behind the number of the case for one of its papers, such as {@code A1} for its first amendment; null for the whole. */
    default String suffix() {
        return null;
    }

    /** Whether this fact begins its matter, such as a flag that was raised; otherwise it moves a matter that is under way. */
    default boolean opensMatter() {
        return false;
    }

    /** Who started what waits for this fact, where only what this person started does; null where it does not matter who. */
    default String starter() {
        return null;
    }

    /** Whose part of a round it concerns alone, such as that of an organisation that left; null where it concerns everybody. */
    default OrganisationId party() {
        return null;
    }
}
