package org.commonground.matter.process;

import org.commonground.engine.Variable;

/** The facts that the gateways of a matter ask. */
final class MatterVariables {

    static final Variable<Boolean> MATTER_DESCRIBED = Variable.flag("matterDescribed");
    static final Variable<Boolean> MATTER_ARRIVED = Variable.flag("matterArrived");

    private MatterVariables() {
    }
}
