package org.commonground.dispute;

/** Where a dispute stands on its ladder. */
public enum Rung {
    DIALOGUE("dialogue", 0),
    FACILITATION("facilitation", 1),
    MEDIATION("mediation", 2),
    STEERING("decision of the other partners", 3),
    /** Where no partner is without a side, or the others carry no decision. */
    OUTSIDE("outside decision", 3);

    private final String label;
    private final int step;

    Rung(String label, int step) {
        this.label = label;
        this.step = step;
    }

    /** In a word or two for people. */
    public String label() {
        return label;
    }

    /** Which of the four agreed steps it is, from 1. */
    public int nr() {
        return step + 1;
    }

    /** Such as {@code rung 2 of 4, facilitation}. */
    public String inWords() {
        return "rung %d of 4, %s".formatted(nr(), label);
    }

    /** Whether somebody of the secretariat helps the sides on it. */
    public boolean hasHelper() {
        return this == FACILITATION || this == MEDIATION || this == OUTSIDE;
    }

    /** Whether the sides name somebody on it whom they all accept. */
    public boolean namesSomebody() {
        return this == MEDIATION || this == OUTSIDE;
    }

    /** The rung of talks that follows on this one; the first one where there was none. */
    static Rung talksAfter(Rung rung) {
        if (rung == null) {
            return DIALOGUE;
        }
        return switch (rung) {
            case DIALOGUE -> FACILITATION;
            case FACILITATION -> MEDIATION;
            case MEDIATION, STEERING, OUTSIDE -> OUTSIDE;
        };
    }
}
