package org.commonground.orientation;

import org.commonground.foundation.Keyed;

/** Who keeps the partnership together day by day. */
public enum SupportMechanism implements Keyed {
    /** Of its own. */
    SECRETARIAT("secretariat", "A secretariat"),
    /** The lead organisation's coordinator. */
    LEAD("lead", "The lead’s coordinator");

    private final String key;
    private final String label;

    SupportMechanism(String key, String label) {
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
