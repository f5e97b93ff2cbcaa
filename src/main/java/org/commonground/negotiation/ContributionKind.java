package org.commonground.negotiation;

import java.util.Arrays;

import org.commonground.foundation.Refusal;

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
