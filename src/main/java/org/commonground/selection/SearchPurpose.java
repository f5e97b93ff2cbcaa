package org.commonground.selection;

import org.commonground.foundation.Keyed;

/** Why partners are looked for. */
public enum SearchPurpose implements Keyed {
    /** A partnership begins. */
    FOUNDING("founding", "Founding"),
    /** Somebody left or leaves, and a role is empty. */
    REPLACEMENT("replacement", "Replacement"),
    /** Somebody new joins. */
    ACCESSION("accession", "Accession");

    private final String key;
    private final String label;

    SearchPurpose(String key, String label) {
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

    /** @param key as who calls the room spells it; null where somebody just joins */
    public static SearchPurpose of(String key) {
        return key == null ? ACCESSION : Keyed.of(SearchPurpose.class, key);
    }
}
