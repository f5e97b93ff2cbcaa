package org.commonground.reporting;

import org.commonground.foundation.Keyed;

/** How far an implementer is with an objective, as it sees it. */
public enum ProgressStanding implements Keyed {
    REACHED("reached", "Target reached"),
    ON_THE_WAY("onTheWay", "On the way"),
    BEHIND("behind", "Behind"),
    NOT_OURS("notOurs", "Not our part");

    private final String key;
    private final String label;

    ProgressStanding(String key, String label) {
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
