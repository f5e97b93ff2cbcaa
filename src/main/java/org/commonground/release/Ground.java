package org.commonground.release;

import org.commonground.foundation.Keyed;

/** Why a partner shall be released. */
public enum Ground implements Keyed {
    SILENCE("silence", "It does not answer any more"),
    OTHER("other", "For another reason");

    private final String key;
    private final String label;

    Ground(String key, String label) {
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
