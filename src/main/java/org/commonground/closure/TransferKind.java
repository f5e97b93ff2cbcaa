package org.commonground.closure;

import java.util.Arrays;

import org.commonground.foundation.Refusal;

/** What is handed over. */
public enum TransferKind {
    ASSET("asset", "Asset", "something bought, built or owned together"),
    RECORD("record", "Data or rights", "data, reports, software, rights to use them"),
    TASK("task", "Task", "something that somebody goes on doing");

    private final String key;
    private final String label;
    private final String meaning;

    TransferKind(String key, String label, String meaning) {
        this.key = key;
        this.label = label;
        this.meaning = meaning;
    }

    /** As written in forms. */
    public String key() {
        return key;
    }

    public String label() {
        return label;
    }

    public String meaning() {
        return meaning;
    }

    public static TransferKind of(String key) {
        return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst()
                .orElseThrow(() -> new Refusal("Please say of each line whether it is an asset, data, or a task."));
    }
}
