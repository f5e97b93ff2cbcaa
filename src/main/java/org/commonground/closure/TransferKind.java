package org.commonground.closure;

import org.commonground.foundation.Keyed;

/** What is handed over. */
public enum TransferKind implements Keyed {
    ASSET("asset", "Asset"),
    RECORD("record", "Data or rights"),
    TASK("task", "Task");

    private final String key;
    private final String label;

    TransferKind(String key, String label) {
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
