package org.commonground.selection;

/** Why partners are looked for. */
public enum SearchPurpose {
    /** A partnership begins. */
    FOUNDING,
    /** Somebody left, and a role is empty. */
    REPLACEMENT,
    /** Somebody new joins. */
    ACCESSION
}
