package org.commonground.reporting;

import org.commonground.foundation.Keyed;

/** What came of a promised support, such as an introduction to another funder or the buying of what is produced. */
public enum Came implements Keyed {
    NOTHING_YET("nothingYet", "Nothing yet"),
    INTRODUCED("introduced", "It was done"),
    GRANTED("granted", "A grant came of it"),
    BOUGHT("bought", "Something was bought");

    private final String key;
    private final String label;

    Came(String key, String label) {
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

    boolean isMoney() {
        return this == GRANTED || this == BOUGHT;
    }
}
