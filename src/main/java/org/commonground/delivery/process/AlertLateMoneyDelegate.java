package org.commonground.delivery.process;

import java.util.UUID;

import org.commonground.delivery.DeliveryService;
import org.commonground.engine.ProcessStep;
import org.commonground.engine.StepContext;
import org.springframework.stereotype.Component;

@Component
class AlertLateMoneyDelegate implements ProcessStep {

    private final DeliveryService deliveries;

    AlertLateMoneyDelegate(DeliveryService deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public void perform(StepContext context) {
        deliveries.alertUnconfirmed(context.partnership(), UUID.fromString(context.get(DeliveryVariables.INSTALMENT)));
    }
}
