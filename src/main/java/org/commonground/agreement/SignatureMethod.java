package org.commonground.agreement;

/** How a signature was given. */
public enum SignatureMethod {
    /** By a person with a mandate, logged in, who saw the hash. */
    ACCOUNT("With the person's own account");

    private final String label;

    SignatureMethod(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
