package org.commonground.candidate;

import org.commonground.foundation.Keyed;

/** The seven dimensions of a profile (FAO/LenCD guidance): stated by each candidate, rated by itself and by the coordinator. */
public enum Dimension implements Keyed {
    MANDATE("mandate", "Mandate"),
    ROLE("role", "Role"),
    INTERESTS("interests", "Interests"),
    APPROACH("approach", "Approach"),
    MOTIVATION("motivation", "Motivation"),
    EXPECTATIONS("expectations", "Expectations"),
    EXISTING_CAPACITY("existingCapacity", "Existing capacity");

    private final String key;
    private final String label;

    Dimension(String key, String label) {
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

    static Dimension of(String key) {
        return Keyed.of(Dimension.class, key);
    }
}
