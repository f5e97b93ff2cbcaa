package org.commonground.delivery;

import java.util.Arrays;

/** What the decision table says about an organisation's officers. */
public enum OfficerLoad {
    FINE("fine"),
    OVERLOADED("overloaded"),
    UNVISITED("unvisited");

    /** As written in the decision table. */
    private final String key;

    OfficerLoad(String key) {
        this.key = key;
    }

    public static OfficerLoad of(String key) {
        return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst().orElseThrow();
    }
}
