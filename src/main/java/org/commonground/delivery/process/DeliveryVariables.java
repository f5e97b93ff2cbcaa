package org.commonground.delivery.process;

import java.util.UUID;

import org.commonground.engine.StepContext;
import org.commonground.engine.Variable;
import org.commonground.foundation.Seat;

/** What the branches of the delivery carry: which seat, which instalment. Gateways ask the tables. */
final class DeliveryVariables {

    private static final Variable<String> SEAT = Variable.text("seat");
    private static final Variable<String> INSTALMENT = Variable.text("instalment");

    private DeliveryVariables() {
    }

    static Seat seat(StepContext context) {
        return Seat.of(context.get(SEAT));
    }

    static UUID instalment(StepContext context) {
        return UUID.fromString(context.get(INSTALMENT));
    }
}
