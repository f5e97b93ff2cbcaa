package org.commonground.reporting;

import org.commonground.foundation.Keyed;

/** What can come of the work beside its objectives. */
public enum ResultKind implements Keyed {
    POLICY("policy", "Policy outcome"),
    GRANT("grant", "New grant"),
    OTHER("other", "Something else");

    private final String key;
    private final String label;

    ResultKind(String key, String label) {
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
}
