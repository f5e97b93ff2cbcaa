package org.commonground.foundation;

/** Where an organisation acts: the anchor lines of the partnership web. */
public enum Level implements Keyed {
    NATIONAL("national", "National"),
    STATE("state", "State"),
    LOCAL("local", "Local");

    private final String key;
    private final String label;

    Level(String key, String label) {
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

    public static Level of(String key) {
        return Keyed.of(Level.class, key);
    }
}
