package org.commonground.withdrawal;

/** How it came that a partner leaves. */
public enum WayOfLeaving {
    /** By its own notice. */
    NOTICE,
    /** The other partners decided so, or it agreed when they asked. */
    RELEASED,
    /** By its own word, while nothing is signed: at once. */
    BEFORE_SIGNING
}
