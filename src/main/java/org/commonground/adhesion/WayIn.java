package org.commonground.adhesion;

/** How a newcomer comes in. */
public enum WayIn {
    /** By signing the agreement that is in force. */
    SIGNS,
    /** By saying so, while the agreement is negotiated. */
    CONFIRMS,
    /** Without either: an ally is named and not bound. */
    COMES
}
