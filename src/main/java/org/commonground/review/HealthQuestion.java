package org.commonground.review;

/** What every partnership is asked about how it works together (CIAT, learning alliances; FAO/LenCD guidance). */
public enum HealthQuestion {
    TRUST("trust", "Trust"),
    EQUITY("equity", "Equity"),
    TRANSPARENCY("transparency", "Transparency"),
    MUTUAL_BENEFIT("mutualBenefit", "Mutual benefit"),
    COMMUNICATION("communication", "Communication"),
    DECISION_MAKING("decisionMaking", "Decision making"),
    ROLES("roles", "Roles"),
    RESOURCES("resources", "Resources"),
    LEARNING("learning", "Learning");

    private final String key;
    private final String label;

    HealthQuestion(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** As written in forms and tables. */
    public String key() {
        return key;
    }

    public String label() {
        return label;
    }
}
