package org.commonground.amendment;

import org.commonground.foundation.Keyed;

/** Who negotiates and signs a change. The later one includes the earlier. */
public enum Signs implements Keyed {
    NOBODY("nobody", "Nobody has to sign it"),
    CONCERNED("concerned", "Those whom it concerns sign it"),
    ALL("all", "All partners sign it");

    private final String key;
    private final String label;

    Signs(String key, String label) {
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
