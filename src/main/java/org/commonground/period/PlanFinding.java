package org.commonground.period;

/** What somebody noticed who laid all plans of a period side by side. */
public record PlanFinding(Kind kind, String words) {

    /** What can be wrong with plans that are made apart. */
    public enum Kind {
        CLASH("Clash"),
        GAP("Gap");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
