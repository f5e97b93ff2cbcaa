package org.commonground.amendment;

/** Where an amendment stands. */
public enum AmendmentStage {
    /** It is negotiated, read or signed. */
    OPEN,
    /** It is sealed, and what runs follows it. */
    IN_FORCE,
    /** It came to nothing, and what was agreed before holds. */
    ENDED
}
