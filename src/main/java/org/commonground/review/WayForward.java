package org.commonground.review;

import java.util.Optional;

import org.commonground.foundation.Keyed;

/** How partners can go on after a review. */
public enum WayForward implements Keyed {
    CONTINUE("continue", "Continue as we are", "The work goes on. The next review comes at its date."),
    CORRECT("correct", "Continue with corrective actions", "The work goes on; the next review looks at the actions."),
    RENEGOTIATE("renegotiate", "Renegotiate topics",
            "An amendment of the topics that the partners named begins: the lead writes down what shall be different."),
    MEMBERSHIP("membership", "Change who takes part", "What the partners named begins: looking for who joins, or asking who should leave."),
    SUSPEND("suspend", "Pause the work", "The work rests until the partners take it up again. The agreement goes on."),
    SCALE_UP("scaleUp", "Scale up", "It stands in the report. The partners propose where the work goes next."),
    CLOSE("close", "Close the partnership", "The partnership moves on to its closing, with a reckoning and a hand-over."),
    /** Nobody chooses it: it is where a review ends that finds none. */
    NONE("none", "No way was found", "Nothing changes: the work goes on, and the next review comes at its date.");

    private final String key;
    private final String label;
    private final String outcome;

    WayForward(String key, String label, String outcome) {
        this.key = key;
        this.label = label;
        this.outcome = outcome;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String label() {
        return label;
    }

    /** What happens then, in a sentence. */
    public String outcome() {
        return outcome;
    }

    /** The kind of matter that follows from it. */
    Optional<String> matter() {
        return switch (this) {
            case SUSPEND -> Optional.of("suspension");
            case CLOSE -> Optional.of("closure");
            case RENEGOTIATE -> Optional.of("renegotiation");
            default -> Optional.empty();
        };
    }

    /** Whether partners can choose it. */
    boolean isChoice() {
        return this != NONE;
    }

    /** Whether it leaves no partner as it was. */
    boolean stopsTheWork() {
        return this == SUSPEND || this == CLOSE;
    }

    public static WayForward of(String key) {
        return Keyed.of(WayForward.class, key);
    }
}
