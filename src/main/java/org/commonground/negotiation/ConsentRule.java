package org.commonground.negotiation;

import org.commonground.foundation.Keyed;

/** Whose consent it takes that somebody joins. */
public enum ConsentRule implements Keyed {
    ALL("all", "All partners"),
    TWO_THIRDS("twoThirds", "Two thirds of the partners"),
    MAJORITY("majority", "The majority of the partners");

    private final String key;
    private final String label;

    ConsentRule(String key, String label) {
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

    public static ConsentRule of(String key) {
        return Keyed.of(ConsentRule.class, key);
    }
}
