package org.commonground.talks.process;

import java.util.UUID;

import org.commonground.engine.StepContext;
import org.commonground.engine.Variable;

/** What the gateways of talks ask, and which dispute it is. Nothing that anybody said. */
final class TalksVariables {

    static final Variable<Boolean> ANOTHER_TALK = Variable.flag("anotherTalk");

    private TalksVariables() {
    }

    static UUID matter(StepContext context) {
        return UUID.fromString(context.get(Variable.MATTER));
    }
}
