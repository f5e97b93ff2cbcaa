package org.commonground.reading.process;

import java.util.UUID;

import org.commonground.engine.StepContext;
import org.commonground.engine.Variable;
import org.commonground.foundation.Seat;

/** What the reading carries: of which period the reports are, and in its branches whose. */
final class ReadingVariables {

    static final Variable<String> PERIOD = Variable.text("period");

    private ReadingVariables() {
    }

    static UUID period(StepContext context) {
        return UUID.fromString(context.get(PERIOD));
    }

    static Seat seat(StepContext context) {
        return Seat.of(context.get(Variable.SEAT));
    }
}
