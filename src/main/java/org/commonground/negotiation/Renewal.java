package org.commonground.negotiation;

import org.commonground.foundation.Keyed;

/** Whether the partnership is renewed when its term comes to an end. */
public enum Renewal implements Keyed {
    NONE("none", "None: it ends unless the partners agree on something new"),
    PROPOSED("proposed", "Proposed before the term ends");

    private final String key;
    private final String label;

    Renewal(String key, String label) {
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

    public static Renewal of(String key) {
        return Keyed.of(Renewal.class, key);
    }
}
