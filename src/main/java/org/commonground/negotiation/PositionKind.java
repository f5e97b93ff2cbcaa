package org.commonground.negotiation;

import org.commonground.foundation.Keyed;

/** What a party can say to the wording of a topic. */
public enum PositionKind implements Keyed {
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

    @Override
    public String key() {
        return key;
    }

    @Override
    public String label() {
        return label;
    }

    /** Whether the topic can be agreed with it. */
    public boolean agrees() {
        return this == ACCEPT || this == STAND_ASIDE;
    }

    public static PositionKind of(String key) {
        return Keyed.of(PositionKind.class, key);
    }
}
