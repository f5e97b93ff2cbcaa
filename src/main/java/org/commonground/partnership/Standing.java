package org.commonground.partnership;

import org.commonground.foundation.Keyed;

/** What an organisation is to a partnership: equal does not mean the same. */
public enum Standing implements Keyed {
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

    @Override
    public String key() {
        return key;
    }

    @Override
    public String label() {
        return label;
    }

    static Standing of(String key) {
        return Keyed.of(Standing.class, key);
    }
}
