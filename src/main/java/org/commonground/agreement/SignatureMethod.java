package org.commonground.agreement;

/** How a signature was given. */
public enum SignatureMethod {
    /** By a person with a mandate, logged in, who saw the hash. */
    ACCOUNT("With the person's own account"),
    /** In ink on a printed copy; the coordinator compared the printed hash. */
    PAPER("In ink, on a printed copy that the secretariat compared");

    private final String label;

    SignatureMethod(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
