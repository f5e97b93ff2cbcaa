package org.commonground.review;

import org.commonground.foundation.Keyed;

/** What every partnership is asked about how it works together (CIAT, learning alliances; FAO/LenCD guidance). */
public enum HealthQuestion implements Keyed {
    TRUST("trust", "Trust"),
    EQUITY("equity", "Equity"),
    TRANSPARENCY("transparency", "Transparency"),
    MUTUAL_BENEFIT("mutualBenefit", "Mutual benefit"),
    COMMUNICATION("communication", "Communication"),
    DECISION_MAKING("decisionMaking", "Decision making"),
    ROLES("roles", "Roles"),
    RESOURCES("resources", "Resources"),
    LEARNING("learning", "Learning"),
    PARTICIPANTS("participants", "Involving participants");

    private final String key;
    private final String label;

    HealthQuestion(String key, String label) {
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
