package org.commonground.negotiation;

import java.util.Arrays;

import org.commonground.foundation.Refusal;

/** Whose consent it takes that somebody joins. */
public enum ConsentRule {
    ALL("all", "All partners"),
    TWO_THIRDS("twoThirds", "Two thirds of the partners"),
    MAJORITY("majority", "The majority of the partners");

    private final String key;
    private final String label;

    ConsentRule(String key, String label) {
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

    public static ConsentRule of(String key) {
        return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst()
                .orElseThrow(() -> new Refusal("There is no way to consent called “" + key + "”."));
    }
}
