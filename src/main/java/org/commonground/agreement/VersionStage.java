package org.commonground.agreement;

/** Where a version of an agreement stands. */
public enum VersionStage {
    /** Generated, and not yet released: it can be replaced by a new version at any time. */
    DRAFT("Draft"),
    /** Its text is frozen and the parties sign. */
    FOR_SIGNATURE("For signature"),
    /** Every party that must sign has signed. */
    SEALED("Sealed"),
    /** Replaced by another version or given up: nobody is bound by it, whoever signed it. */
    VOID("Void");

    private final String label;

    VersionStage(String label) {
        this.label = label;
    }

    /** In words for people. */
    public String label() {
        return label;
    }
}
