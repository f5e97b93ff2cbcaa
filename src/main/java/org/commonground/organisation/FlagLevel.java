package org.commonground.organisation;

import java.util.Arrays;

import org.commonground.foundation.Refusal;

/** How serious a doubt about an organisation is, the mildest first. */
public enum FlagLevel {
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

    /** As written in forms and tables. */
    public String key() {
        return key;
    }

    public String label() {
        return label;
    }

    public static FlagLevel of(String key) {
        return Arrays.stream(values()).filter(level -> level.key.equals(key)).findFirst()
                .orElseThrow(() -> new Refusal("There is no flag called “" + key + "”."));
    }
}
