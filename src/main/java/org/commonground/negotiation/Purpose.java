package org.commonground.negotiation;

/** What is negotiated for. */
public enum Purpose {
    /** A partnership begins. */
    FOUNDING,
    /** Something that was agreed changes. */
    AMENDMENT,
    /** Somebody new joins. */
    ADHESION,
    /** Some of the partners agree on something among themselves. */
    ANNEX
}
