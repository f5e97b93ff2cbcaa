package org.commonground.negotiation;

/** What is negotiated for. */
public enum Purpose {
    /** A partnership begins. */
    FOUNDING,
    /** Something that was agreed changes. */
    AMENDMENT,
    /** Somebody new joins: it alone signs that. */
    ADHESION,
    /** Somebody left: nobody signs that. */
    LEAVING,
    /** Some of the partners agree on something among themselves. */
    ANNEX;

    /** Whether only who belongs to the partnership changes: nothing is talked about. */
    boolean isMembership() {
        return this == ADHESION || this == LEAVING;
    }
}
