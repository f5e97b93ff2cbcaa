package org.commonground.closure;

import org.commonground.foundation.Keyed;

/** The ways a partnership can take when its work ends. */
public enum Trajectory implements Keyed {
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

    @Override
    public String key() {
        return key;
    }

    @Override
    public String label() {
        return label;
    }

    public String meaning() {
        return meaning;
    }
}
