package org.commonground.delivery;

import java.util.Arrays;

/** How far an implementer is with an objective, as it sees it. */
public enum ProgressStanding {
    REACHED("reached", "Target reached"),
    ON_THE_WAY("onTheWay", "On the way"),
    BEHIND("behind", "Behind"),
    NOT_OURS("notOurs", "Not our part");

    /** As written in forms. */
    private final String key;
    private final String label;

    ProgressStanding(String key, String label) {
        this.key = key;
        this.label = label;
    }

    public String label() {
        return label;
    }

    public static ProgressStanding of(String key) {
        return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst().orElseThrow();
    }
}
