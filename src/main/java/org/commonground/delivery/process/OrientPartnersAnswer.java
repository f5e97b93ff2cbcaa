package org.commonground.delivery.process;

import java.time.LocalDate;
import java.util.List;

import org.commonground.delivery.DeliveryService;
import org.commonground.delivery.Orientation;
import org.commonground.engine.Answer;
import org.commonground.engine.StepContext;
import org.commonground.foundation.OrganisationId;
import org.springframework.stereotype.Component;

@Component
class OrientPartnersAnswer implements Answer<OrientPartnersAnswer.Given> {

    private final DeliveryService deliveries;

    OrientPartnersAnswer(DeliveryService deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public void take(OrientPartnersAnswer.Given given, StepContext context) {
        deliveries.orient(context.partnership(), given.orientation(), context.person());
    }

    record Given(LocalDate heldOn, List<String> present, String minutes) {

        Orientation orientation() {
            return new Orientation(heldOn, present.stream().map(OrganisationId::new).toList(), minutes);
        }
    }
}
