package org.commonground.negotiation;

/** Where a negotiation stands. */
public enum NegotiationStage {
    /** A partnership begins; the topics get their first wordings. */
    DRAFTING_TOPICS,
    /** A change of what was agreed has its first wordings; who has a say in it is not known yet. */
    PROPOSED,
    /** A round may begin; what is contested may be reworded. */
    BETWEEN_ROUNDS,
    /** The parties state their positions on the open topics. */
    STATING_POSITIONS,
    /** The parties read each other's positions. */
    READING,
    /** Nothing is open any more. */
    AGREED,
    /** There is no common ground. */
    ENDED
}
