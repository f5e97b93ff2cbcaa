package org.commonground.delivery.process;

import java.util.List;

import org.commonground.delivery.DeliveryService;
import org.commonground.engine.Choice;
import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
import org.springframework.stereotype.Component;

@Component
class SetUpSecretariatSheet implements Sheet<SetUpSecretariatSheet.Shown> {

    private final DeliveryService deliveries;

    SetUpSecretariatSheet(DeliveryService deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public SetUpSecretariatSheet.Shown read(StepContext context) {
        return new Shown(deliveries.supportReason(context.partnership()), Members.choices(deliveries.names(context.partnership())));
    }

    record Shown(String reason, List<Choice> members) {
    }
}
