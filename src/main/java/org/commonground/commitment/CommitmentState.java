package org.commonground.commitment;

/** Where a commitment stands. */
public enum CommitmentState {
    PROMISED("Promised"),
    KEPT("Kept"),
    RELEASED("Released");

    private final String label;

    CommitmentState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
