package org.commonground.delivery.process;

import org.commonground.delivery.DeliveryService;
import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
import org.springframework.stereotype.Component;

@Component
class CommitPolicyDecisionsSheet implements Sheet<ShownSeat> {

    private final DeliveryService deliveries;

    CommitPolicyDecisionsSheet(DeliveryService deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public ShownSeat read(StepContext context) {
        return ShownSeat.of(deliveries, context.partnership(), DeliveryVariables.seat(context));
    }
}
