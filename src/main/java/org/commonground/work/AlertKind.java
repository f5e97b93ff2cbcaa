package org.commonground.work;

/** What needs attention in the work. */
public enum AlertKind {
    SEAT_SILENT("A seat has not committed anything"),
    PLAN_MISSING("A plan is missing"),
    REPORT_MISSING("A report is missing"),
    MONEY_LATE("Money is late"),
    OVERLOAD("An officer has too many groups"),
    QUALITY_AT_RISK("Groups are not visited"),
    MINUTES_MISSING("A meeting has no minutes");

    private final String label;

    AlertKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
