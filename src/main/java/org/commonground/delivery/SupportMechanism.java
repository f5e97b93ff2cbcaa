package org.commonground.delivery;

import java.util.Arrays;

/** Who keeps the partnership together day by day. */
public enum SupportMechanism {
    /** Of its own. */
    SECRETARIAT("secretariat"),
    /** The lead organisation's coordinator. */
    LEAD("lead");

    /** As written in the decision table. */
    private final String key;

    SupportMechanism(String key) {
        this.key = key;
    }

    public static SupportMechanism of(String key) {
        return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst().orElseThrow();
    }
}
