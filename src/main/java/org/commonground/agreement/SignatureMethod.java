package org.commonground.agreement;

/** How a signature was given. */
public enum SignatureMethod {
    /** By a person with a mandate, logged in, who saw the hash. */
    ACCOUNT("With the person's own account"),
    /** By hand, on a sheet with the hash, whose scan somebody held against the text. */
    PAPER("On paper");

    private final String label;

    SignatureMethod(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
