package org.commonground.delivery.process;

import org.commonground.engine.StepContext;
import org.commonground.engine.Variable;
import org.commonground.foundation.Seat;

/** What the branches of the delivery carry: which seat, which instalment. Gateways ask the tables. */
final class DeliveryVariables {

    static final Variable<String> SEAT = Variable.text("seat");
    static final Variable<String> INSTALMENT = Variable.text("instalment");

    private DeliveryVariables() {
    }

    static Seat seat(StepContext context) {
        return Seat.of(context.get(SEAT));
    }
}
