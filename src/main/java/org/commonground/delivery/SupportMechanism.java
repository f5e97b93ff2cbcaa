package org.commonground.delivery;

import java.util.Arrays;

/** Who keeps the partnership together day by day. */
public enum SupportMechanism {
    SECRETARIAT("secretariat", "A secretariat of its own"),
    LEAD("lead", "The lead organisation’s coordinator");

    private final String key;
    private final String label;

    SupportMechanism(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** As written in the decision table. */
    public String key() {
        return key;
    }

    public String label() {
        return label;
    }

    public static SupportMechanism of(String key) {
        return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst().orElseThrow();
    }
}
