package org.commonground.delivery.process;

import org.commonground.delivery.DeliveryService;
import org.commonground.engine.ProcessStep;
import org.commonground.engine.StepContext;
import org.springframework.stereotype.Component;

@Component
class AlertSilentSeatsDelegate implements ProcessStep {

    private final DeliveryService deliveries;

    AlertSilentSeatsDelegate(DeliveryService deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public void perform(StepContext context) {
        deliveries.alertSilentSeats(context.partnership());
    }
}
