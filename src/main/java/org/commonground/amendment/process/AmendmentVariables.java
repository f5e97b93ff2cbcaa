package org.commonground.amendment.process;

import java.util.UUID;

import org.commonground.engine.StepContext;
import org.commonground.engine.Variable;

/** The facts that the amendment's gateways ask, and what it is about. */
final class AmendmentVariables {

    /** Handed on to the rooms in which it is negotiated and signed. */
    static final Variable<String> NEGOTIATION = Variable.NEGOTIATION;
    static final Variable<Boolean> CHANGES_PROPOSED = Variable.flag("changesProposed");
    static final Variable<Boolean> COMMITMENTS_CHANGED = Variable.flag("commitmentsChanged");

    private AmendmentVariables() {
    }

    static UUID matter(StepContext context) {
        return UUID.fromString(context.get(Variable.MATTER));
    }
}
