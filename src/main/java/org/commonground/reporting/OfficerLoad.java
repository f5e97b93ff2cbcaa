package org.commonground.reporting;

import org.commonground.foundation.Keyed;

/** What the decision table says about an organisation's officers. */
public enum OfficerLoad implements Keyed {
    FINE("fine", "Fine"),
    OVERLOADED("overloaded", "Too many groups"),
    UNVISITED("unvisited", "Groups without a visit");

    private final String key;
    private final String label;

    OfficerLoad(String key, String label) {
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
