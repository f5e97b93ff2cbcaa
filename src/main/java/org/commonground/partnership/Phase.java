package org.commonground.partnership;

/** Where a partnership stands. It only goes forward. */
public enum Phase {
    CLARIFYING("Clarifying the aims"),
    SELECTING("Choosing the partners"),
    NEGOTIATING("Negotiating"),
    SIGNING("Signing the agreement"),
    IN_FORCE("In force"),
    CLOSING("Moving on"),
    ENDED("Ended");

    private final String label;

    Phase(String label) {
        this.label = label;
    }

    /** In words for people. */
    public String label() {
        return label;
    }

    public boolean isBefore(Phase other) {
        return compareTo(other) < 0;
    }
}
