package org.commonground.selection;

/** The seven dimensions of a profile (FAO/LenCD guidance): stated by each candidate, rated by itself and by the coordinator. */
public enum Dimension {
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

    /** As written in forms, decisions and tables. */
    public String key() {
        return key;
    }

    public String label() {
        return label;
    }

    static Dimension of(String key) {
        for (Dimension dimension : values()) {
            if (dimension.key.equals(key)) {
                return dimension;
            }
        }
        throw new IllegalArgumentException("There is no dimension called " + key);
    }
}
