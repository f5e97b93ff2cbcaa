package org.commonground.commitment.process;

import org.commonground.engine.StepContext;
import org.commonground.engine.Variable;
import org.commonground.foundation.Seat;

/** What the branches of the commitment carry: which seat. Gateways ask the tables. */
final class CommitmentVariables {

    private CommitmentVariables() {
    }

    static Seat seat(StepContext context) {
        return Seat.of(context.get(Variable.SEAT));
    }
}
