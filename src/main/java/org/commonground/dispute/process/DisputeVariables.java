package org.commonground.dispute.process;

import java.util.UUID;

import org.commonground.engine.StepContext;
import org.commonground.engine.Variable;

/** What the room keeps for its events, and which dispute it is. Nothing that anybody said. */
final class DisputeVariables {

    /** Who raised it: nobody waits for its description when it leaves. */
    static final Variable<String> RAISER = Variable.text(Variable.PARTY.name());

    private DisputeVariables() {
    }

    static UUID matter(StepContext context) {
        return UUID.fromString(context.get(Variable.MATTER));
    }
}
