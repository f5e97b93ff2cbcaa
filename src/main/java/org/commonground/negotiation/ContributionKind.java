package org.commonground.negotiation;

import java.util.Arrays;

import org.commonground.foundation.Refusal;
import org.commonground.foundation.Role;

/** What a partner can bring. */
public enum ContributionKind {
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

    /** As written in forms and tables. */
    public String key() {
        return key;
    }

    public String label() {
        return label;
    }

    public static ContributionKind of(String key) {
        return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst()
                .orElseThrow(() -> new Refusal("There is no kind of contribution called “" + key + "”."));
    }
}
