package org.commonground.matter;

/** Where a partnership stands when a matter is raised. */
public enum Occasion {
    /** Partners choose each other, negotiate or sign. */
    BEFORE_IN_FORCE,
    /** At work, or pausing. */
    IN_FORCE,
    /** In force still, but its term is over or its end is agreed. */
    TERM_OVER,
    /** The work has ended, and the closing is under way. */
    CLOSING
}
