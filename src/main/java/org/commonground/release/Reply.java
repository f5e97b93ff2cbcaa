package org.commonground.release;

import org.commonground.foundation.Keyed;

/** What a partner answers to the letter. */
public enum Reply implements Keyed {
    STAYS("stay", "It stays"),
    LEAVES("leave", "It agrees to leave");

    private final String key;
    private final String label;

    Reply(String key, String label) {
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
