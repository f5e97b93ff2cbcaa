package org.commonground.negotiation;

import java.util.Arrays;

import org.commonground.foundation.Refusal;

/** How the partners decide together. */
public enum DecisionRule {
    CONSENSUS("consensus", "By consensus"),
    TWO_THIRDS("twoThirds", "By two thirds of the partners"),
    MAJORITY("majority", "By the majority of the partners");

    private final String key;
    private final String label;

    DecisionRule(String key, String label) {
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

    public static DecisionRule of(String key) {
        return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst()
                .orElseThrow(() -> new Refusal("There is no way to decide called “" + key + "”."));
    }
}
