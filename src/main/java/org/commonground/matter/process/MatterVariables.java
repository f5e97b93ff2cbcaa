package org.commonground.matter.process;

import org.commonground.engine.Variable;

/** The facts that the gateways of a matter ask. */
final class MatterVariables {

    /** Code of the organisation for which somebody raises it. */
    static final Variable<String> RAISER = Variable.text("raiser");
    static final Variable<Boolean> MATTER_HANDED_ON = Variable.flag("matterHandedOn");
    static final Variable<Boolean> MATTER_DESCRIBED = Variable.flag("matterDescribed");
    static final Variable<Boolean> MATTER_ARRIVED = Variable.flag("matterArrived");

    private MatterVariables() {
    }
}
