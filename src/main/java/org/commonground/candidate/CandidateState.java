package org.commonground.candidate;

/** How far a candidate has come. */
public enum CandidateState {
    INVITED,
    /** It accepted, or it convened the partnership itself: its profile is awaited. */
    ACCEPTED,
    /** Its profile is there and waits for its assessment. */
    STATED,
    ASSESSED,
    /** Its fit is known. */
    RATED,
    /** It declined the invitation. */
    DECLINED,
    /** It did not answer, and the search went on. */
    SILENT;

    /** Whether somebody still has to do something before candidates can be chosen. */
    boolean isOpen() {
        return this == INVITED || this == ACCEPTED || this == STATED || this == ASSESSED;
    }
}
