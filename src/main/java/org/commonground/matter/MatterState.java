package org.commonground.matter;

/** Where a matter stands. */
public enum MatterState {
    /** Said by somebody, and on its way. */
    RAISED,
    /** The partnership has taken it up. */
    OPEN,
    /** When it arrived the partnership took nothing up any more. */
    TOO_LATE,
    ENDED
}
