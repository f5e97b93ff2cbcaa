package org.commonground.withdrawal;

/** What came of an offer, or of asking for a release. */
enum PassingState {
    OPEN("waits for an answer"),
    ACCEPTED("is taken over"),
    DECLINED("was declined"),
    RELEASED("is released"),
    KEPT("was not released"),
    RETURNED("could not pass on after all"),
    SILENT("was not answered in time");

    private final String label;

    PassingState(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
