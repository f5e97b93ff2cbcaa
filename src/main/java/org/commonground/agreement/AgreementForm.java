package org.commonground.agreement;

import java.util.Arrays;

/** What kind of document writes the agreement down, as the decision {@code agreement-form} says. */
public enum AgreementForm {
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

    /** As written in the decision and in tables. */
    public String key() {
        return key;
    }

    public String label() {
        return label;
    }

    public static AgreementForm of(String key) {
        return Arrays.stream(values()).filter(form -> form.key.equals(key)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The decision names the form “" + key + "”, which nobody knows."));
    }
}
