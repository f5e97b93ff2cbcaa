package org.commonground.organisation;

import org.commonground.foundation.Keyed;

/** How serious a doubt about an organisation is, the mildest first. */
public enum FlagLevel implements Keyed {
    OBSERVATION("observation", "Observation"),
    YELLOW("yellow", "Yellow flag"),
    /** Nothing is signed with the organisation while it stands. */
    RED("red", "Red flag");

    private final String key;
    private final String label;

    FlagLevel(String key, String label) {
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

    public static FlagLevel of(String key) {
        return Keyed.of(FlagLevel.class, key);
    }
}
