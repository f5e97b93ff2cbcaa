package org.commonground.vision;

/** How far the partners are with their vision. */
enum VisionStage {
    /** They say what they see, and a shared vision is drafted from that. */
    SHARING,
    /** They are asked whether they endorse the draft. */
    ENDORSING,
    /** Every one of them endorsed it. */
    ENDORSED,
    /** There is no common ground. */
    ENDED
}
