package org.commonground.delivery.process;

import java.util.UUID;

import org.commonground.delivery.DeliveryService;
import org.commonground.delivery.Instalment;
import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
import org.commonground.foundation.Days;
import org.springframework.stereotype.Component;

@Component
class ConfirmInstalmentSheet implements Sheet<ConfirmInstalmentSheet.Shown> {

    private final DeliveryService deliveries;

    ConfirmInstalmentSheet(DeliveryService deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public ConfirmInstalmentSheet.Shown read(StepContext context) {
        Instalment instalment = deliveries.instalment(UUID.fromString(context.get(DeliveryVariables.INSTALMENT)));
        return new Shown(instalment.providerName(), instalment.what(), instalment.amountInWords(), Days.inWords(instalment.due()),
                instalment.missingInWords(), instalment.receiverName());
    }

    record Shown(String provider, String what, String promised, String due, String missing, String receiver) {
    }
}
