package org.commonground.delivery.process;

import java.util.List;

import org.commonground.delivery.DeliveryService;
import org.commonground.engine.Answer;
import org.commonground.engine.StepContext;
import org.springframework.stereotype.Component;

@Component
class CommitPolicyDecisionsAnswer implements Answer<GivenOffers> {

    private final DeliveryService deliveries;

    CommitPolicyDecisionsAnswer(DeliveryService deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public void take(GivenOffers given, StepContext context) {
        deliveries.commit(context.partnership(), DeliveryVariables.seat(context), given.version(), given.offers(), List.of(), context.person());
    }
}
