package org.commonground.agreement;

import org.commonground.foundation.Keyed;

/** What kind of document writes the agreement down, as the decision {@code agreement-form} says. */
public enum AgreementForm implements Keyed {
    LETTER("letter", "Letter of agreement"),
    MEMORANDUM("memorandum", "Memorandum of understanding"),
    /** The contract itself is made between those whom it concerns; the partnership document says what all agreed. */
    CONTRACT("contract", "Partnership agreement with a contract beside it");

    private final String key;
    private final String label;

    AgreementForm(String key, String label) {
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
}
