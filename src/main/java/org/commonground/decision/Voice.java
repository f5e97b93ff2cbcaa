package org.commonground.decision;

import java.util.Arrays;

import org.commonground.foundation.Refusal;

/** What a partner says to a proposal. */
public enum Voice {
    FOR("for", "For"),
    AGAINST("against", "Against"),
    ABSTAIN("abstain", "Abstained");

    private final String key;
    private final String label;

    Voice(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** As written in forms. */
    public String key() {
        return key;
    }

    public String label() {
        return label;
    }

    public static Voice of(String key) {
        return Arrays.stream(values()).filter(voice -> voice.key.equals(key)).findFirst()
                .orElseThrow(() -> new Refusal("Please say whether you are for it, against it, or abstain."));
    }
}
