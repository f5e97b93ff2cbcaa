package org.commonground.foundation;

import java.util.Arrays;

/** Where an organisation acts: the anchor lines of the partnership web. */
public enum Level {
    NATIONAL("national", "National"),
    STATE("state", "State"),
    LOCAL("local", "Local");

    private final String key;
    private final String label;

    Level(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** As written in forms, decisions and tables. */
    public String key() {
        return key;
    }

    public String label() {
        return label;
    }

    public static Level of(String key) {
        return Arrays.stream(values()).filter(level -> level.key.equals(key)).findFirst()
                .orElseThrow(() -> new Refusal("There is no level called “" + key + "”."));
    }
}
