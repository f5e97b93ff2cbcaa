package org.commonground.delivery;

import java.util.Arrays;

/** What can come of the work beside its objectives. */
public enum ResultKind {
    POLICY("policy", "Policy outcome"),
    GRANT("grant", "New grant"),
    OTHER("other", "Something else");

    /** As written in forms and tables. */
    private final String key;
    private final String label;

    ResultKind(String key, String label) {
        this.key = key;
        this.label = label;
    }

    public String label() {
        return label;
    }

    public static ResultKind of(String key) {
        return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst().orElseThrow();
    }
}
