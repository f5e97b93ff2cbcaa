package org.commonground.vision;

import org.commonground.foundation.Keyed;

/** Whether a partner can meet what another one expects. */
public enum Ability implements Keyed {
    CAN("can", "Can"),
    PARTLY("partly", "Partly"),
    CANNOT("cannot", "Cannot");

    private final String key;
    private final String label;

    Ability(String key, String label) {
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

    public static Ability of(String key) {
        return Keyed.of(Ability.class, key);
    }
}
