package org.commonground.partnership;

import java.util.Arrays;

/** What an organisation is to a partnership: equal does not mean the same. */
public enum Standing {
    /** Takes part, decides and signs. */
    PARTNER("partner", "Partner"),
    /** Is not directly involved; supports and exchanges information. */
    ALLY("ally", "Ally");

    private final String key;
    private final String label;

    Standing(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** As written in tables. */
    public String key() {
        return key;
    }

    public String label() {
        return label;
    }

    static Standing of(String key) {
        return Arrays.stream(values()).filter(standing -> standing.key.equals(key)).findFirst().orElseThrow();
    }
}
