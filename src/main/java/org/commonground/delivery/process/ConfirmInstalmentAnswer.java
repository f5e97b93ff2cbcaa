package org.commonground.delivery.process;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

import org.commonground.delivery.DeliveryService;
import org.commonground.engine.Answer;
import org.commonground.engine.StepContext;
import org.springframework.stereotype.Component;

@Component
class ConfirmInstalmentAnswer implements Answer<ConfirmInstalmentAnswer.Given> {

    private final DeliveryService deliveries;

    ConfirmInstalmentAnswer(DeliveryService deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public void take(ConfirmInstalmentAnswer.Given given, StepContext context) {
        UUID instalment = UUID.fromString(context.get(DeliveryVariables.INSTALMENT));
        if (given.came().equals("yes")) {
            deliveries.receive(context.partnership(), instalment, given.receivedOn(), given.received(), given.note(), context.person());
        } else {
            deliveries.notYet(context.partnership(), instalment, given.expectedOn(), given.known(), context.person());
        }
    }

    record Given(String came, LocalDate receivedOn, BigDecimal received, String note, LocalDate expectedOn, String known) {
    }
}
