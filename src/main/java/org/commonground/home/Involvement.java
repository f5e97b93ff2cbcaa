package org.commonground.home;

/** What a partnership is to whoever looks at it. */
public enum Involvement {
    PARTNER("You are a partner"),
    ALLY("You are an ally"),
    /** It proposed or leads what is not there yet. */
    FOUNDING("You bring it together"),
    CANDIDATE("You are a candidate"),
    /** Reads what it signed, and nothing new. */
    LEFT("You have left"),
    /** Serves all partnerships. */
    STAFF("You serve it");

    private final String label;

    Involvement(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether it belongs to it now: reads its papers, knows its members and may raise something. */
    public boolean belongs() {
        return this == PARTNER || this == ALLY || this == FOUNDING || this == STAFF;
    }
}
