package org.commonground.reporting.process;

import org.commonground.engine.StepContext;
import org.commonground.engine.Variable;
import org.commonground.foundation.Seat;

/** What the branches of the reporting carry: which seat. */
final class ReportingVariables {

    private ReportingVariables() {
    }

    static Seat seat(StepContext context) {
        return Seat.of(context.get(Variable.SEAT));
    }
}
