package org.commonground.vision.process;

import org.commonground.engine.Variable;

/** What the vision's diagram remembers. */
final class VisionVariables {

    /** The corridor asks it too. */
    static final Variable<Boolean> END_PROPOSED = Variable.flag("endProposed");
    static final Variable<Boolean> VISION_ENDORSED = Variable.flag("visionEndorsed");

    private VisionVariables() {
    }
}
