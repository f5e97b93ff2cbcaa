package org.commonground.closure;

import java.util.Arrays;

import org.commonground.foundation.Refusal;

/** The ways a partnership can take when its work ends. */
public enum Trajectory {
    COMPLETED("completed", "Completed", "What was intended is done, and the partners part."),
    HANDED_OVER("handedOver", "Handed over to an institution", "An institution carries the work on as its own."),
    PERMANENT("permanent", "Becomes a permanent body", "The partnership turns into a body of its own."),
    INFORMAL("informal", "Continues informally", "The partners go on working together without an agreement."),
    MERGED("merged", "Merged", "It becomes part of another partnership."),
    SCALED("scaled", "Scaled", "It goes on in new areas, in partnerships of their own."),
    ENDED_EARLY("endedEarly", "Ended early", "It ends before what was intended is reached.");

    private final String key;
    private final String label;
    private final String meaning;

    Trajectory(String key, String label, String meaning) {
        this.key = key;
        this.label = label;
        this.meaning = meaning;
    }

    /** As written in forms. */
    public String key() {
        return key;
    }

    public String label() {
        return label;
    }

    public String meaning() {
        return meaning;
    }

    public static Trajectory of(String key) {
        return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst()
                .orElseThrow(() -> new Refusal("Please choose which way the partnership takes."));
    }
}
