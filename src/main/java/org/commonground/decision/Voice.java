package org.commonground.decision;

import org.commonground.foundation.Keyed;

/** What a partner says to a proposal. */
public enum Voice implements Keyed {
    FOR("for", "For"),
    AGAINST("against", "Against"),
    ABSTAIN("abstain", "Abstained");

    private final String key;
    private final String label;

    Voice(String key, String label) {
        this.key = key;
        this.label = label;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String label() {
        return label;
    }
}
