package org.commonground.accession.process;

import java.util.UUID;

import org.commonground.engine.StepContext;
import org.commonground.engine.Variable;

/** What the room of selection is told, and what it is about. */
final class AccessionVariables {

    /** Why somebody is looked for: the room of selection asks it. */
    static final Variable<String> PURPOSE = Variable.text("purpose");

    private AccessionVariables() {
    }

    static UUID matter(StepContext context) {
        return UUID.fromString(context.get(Variable.MATTER));
    }
}
