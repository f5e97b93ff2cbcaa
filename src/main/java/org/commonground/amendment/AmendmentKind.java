package org.commonground.amendment;

import org.commonground.foundation.Keyed;

/** What kind of change it is: who signs it again follows from that, by a decision table. */
public enum AmendmentKind implements Keyed {
    ADMINISTRATIVE("administrative", "Administrative"),
    DATES("dates", "Dates"),
    CONTRIBUTIONS("contributions", "Contributions"),
    ROLES("roles", "Roles"),
    OBJECTIVES("objectives", "Objectives"),
    RULES("rules", "Rules of the partnership"),
    ANNEX("annex", "Annex");

    private final String key;
    private final String label;

    AmendmentKind(String key, String label) {
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
