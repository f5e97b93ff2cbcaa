package org.commonground.negotiation;

import java.util.Arrays;

import org.commonground.foundation.Refusal;

/** Whether a partner can meet what another one expects. */
public enum Ability {
    CAN("can", "Can"),
    PARTLY("partly", "Partly"),
    CANNOT("cannot", "Cannot");

    private final String key;
    private final String label;

    Ability(String key, String label) {
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

    public static Ability of(String key) {
        return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst()
                .orElseThrow(() -> new Refusal("An expectation can be met, met in part, or not. There is no answer called “" + key + "”."));
    }
}
