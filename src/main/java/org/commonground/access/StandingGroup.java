package org.commonground.access;

import java.util.Arrays;

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

    static boolean isOne(String group) {
        return Arrays.stream(values()).anyMatch(standing -> standing.id.equals(group));
    }

    String id() {
        return id;
    }

    String label() {
        return label;
    }
}
