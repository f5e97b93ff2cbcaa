package org.commonground.negotiation;

import org.commonground.foundation.Keyed;
import org.commonground.foundation.Role;

/** What a partner can bring. */
public enum ContributionKind implements Keyed {
    FUNDS("funds", "Funds"),
    POLICY_DECISION("policyDecision", "Policy decision"),
    EXPERTISE("expertise", "Expertise"),
    ACTIVITIES("activities", "Activities"),
    PARTICIPATION("participation", "Participation"),
    SUPPORT("support", "Support");

    private final String key;
    private final String label;

    ContributionKind(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** What a seat in this role brings where nobody says otherwise. */
    public static ContributionKind usualOf(Role role) {
        return switch (role) {
            case DECISION_MAKER -> POLICY_DECISION;
            case RESOURCE_PROVIDER -> FUNDS;
            case EXPERT -> EXPERTISE;
            case IMPLEMENTER -> ACTIVITIES;
            case PARTICIPANT -> PARTICIPATION;
            case ALLY -> SUPPORT;
        };
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String label() {
        return label;
    }

    public static ContributionKind of(String key) {
        return Keyed.of(ContributionKind.class, key);
    }
}
