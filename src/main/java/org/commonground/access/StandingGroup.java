package org.commonground.access;

/** The groups that stand in every house, whatever organisations come and go. */
enum StandingGroup {
    /** Everybody of every partner organisation. */
    PARTNER("partner", "People of partner organisations"),
    COORDINATOR("coordinator", "Coordinators"),
    MANAGER("manager", "Managers"),
    DESIGNER("designer", "Process designers"),
    ADMINISTRATOR("camunda-admin", "Administrators");

    private final String id;
    private final String label;

    StandingGroup(String id, String label) {
        this.id = id;
        this.label = label;
    }

    String id() {
        return id;
    }

    String label() {
        return label;
    }
}
