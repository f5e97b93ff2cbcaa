package org.commonground.negotiation;

import java.util.Arrays;

import org.commonground.foundation.Refusal;

/** What a party can say to the wording of a topic. */
public enum PositionKind {
    ACCEPT("accept", "Accepts"),
    /** It does not hinder the others; its reservation is printed in the agreement. */
    STAND_ASIDE("standAside", "Stands aside"),
    PROPOSE("propose", "Proposes a wording"),
    OBJECT("object", "Objects");

    private final String key;
    private final String label;

    PositionKind(String key, String label) {
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

    /** Whether the topic can be agreed with it. */
    public boolean agrees() {
        return this == ACCEPT || this == STAND_ASIDE;
    }

    public static PositionKind of(String key) {
        return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst()
                .orElseThrow(() -> new Refusal("A position is one of four: accept, stand aside, propose or object. There is none called “" + key + "”."));
    }
}
