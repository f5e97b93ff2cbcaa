package org.commonground.release.process;

import java.util.UUID;

import org.commonground.engine.StepContext;
import org.commonground.engine.Variable;

/** The fact that the gateway asks, and what the room keeps for its events. */
final class ReleaseVariables {

    static final Variable<Boolean> PARTNER_NAMED = Variable.flag("partnerNamed");
    /** Who was named, so that nobody waits for its answer when it leaves. */
    static final Variable<String> NAMED = Variable.text(Variable.PARTY.name());

    private ReleaseVariables() {
    }

    static UUID matter(StepContext context) {
        return UUID.fromString(context.get(Variable.MATTER));
    }
}
