package org.commonground.selection.process;

import org.commonground.engine.Variable;

/** The facts that the selection's gateways ask. */
final class SelectionVariables {

    static final Variable<Boolean> MORE_CANDIDATES_WANTED = Variable.flag("moreCandidatesWanted");
    /** The corridor asks it too. */
    static final Variable<Boolean> COMMON_GROUND_FOUND = Variable.flag("commonGroundFound");

    private SelectionVariables() {
    }
}
