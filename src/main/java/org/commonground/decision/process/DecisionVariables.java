package org.commonground.decision.process;

import java.util.UUID;

import org.commonground.engine.StepContext;
import org.commonground.engine.Variable;

/** The fact that the gateway asks, and what the decision is about. */
final class DecisionVariables {

    static final Variable<Boolean> PROPOSAL_ACCEPTED = Variable.flag("proposalAccepted");

    private DecisionVariables() {
    }

    static UUID matter(StepContext context) {
        return UUID.fromString(context.get(Variable.MATTER));
    }
}
