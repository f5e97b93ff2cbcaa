package org.commonground.meeting;

/** What became of a meeting. */
public enum MeetingOutcome {
    HELD("Held"),
    NOBODY_CAME("Nobody came"),
    /** Nobody wrote down in time whether it was held. */
    NO_MINUTES("Without minutes"),
    /** The joint work ended before. */
    FELL_AWAY("Fell away: the joint work ended");

    private final String label;

    MeetingOutcome(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
