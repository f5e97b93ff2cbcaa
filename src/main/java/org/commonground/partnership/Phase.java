package org.commonground.partnership;

/** Where a partnership stands. It only goes forward. */
public enum Phase {
    CLARIFYING("Clarifying the aims", "Who proposed it says what it is for. Then partners are looked for."),
    SELECTING("Choosing the partners", "Organisations are asked whether they take part, and partners are chosen. Then they negotiate."),
    NEGOTIATING("Negotiating", "The partners say what they want to reach together and agree on the topics. Then the agreement is written."),
    SIGNING("Signing the agreement", "The agreement is written and signed. With the last signature it is in force."),
    IN_FORCE("In force", "The work goes on in periods, and the partners review it together. When the term ends, they move on."),
    CLOSING("Moving on", "The partners settle what is open, say what they reached and learned, and close."),
    ENDED("Ended", "It has ended. What was kept can be read.");

    private final String label;
    private final String course;

    Phase(String label, String course) {
        this.label = label;
        this.course = course;
    }

    /** In words for people. */
    public String label() {
        return label;
    }

    /** What happens in it and what comes next, in words for people. */
    public String course() {
        return course;
    }

    public boolean isBefore(Phase other) {
        return compareTo(other) < 0;
    }
}
