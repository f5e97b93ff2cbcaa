package org.commonground.filing;

import org.commonground.foundation.Keyed;

/** What a file is, as who brought it said. */
public enum FiledKind implements Keyed {
    MINUTES("minutes", "Minutes"),
    REPORT("report", "Report"),
    RECEIPT("receipt", "Receipt"),
    PHOTO("photo", "Photo"),
    STATUTES("statutes", "Statutes"),
    REGISTRATION("registration", "Registration document"),
    SIGNATURE("signature", "Scan of a signature"),
    OTHER("other", "Something else");

    private final String key;
    private final String label;

    FiledKind(String key, String label) {
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

    /** Refused where there is no such kind. */
    public static FiledKind of(String key) {
        return Keyed.of(FiledKind.class, key);
    }
}
