package org.commonground.delivery.process;

import java.util.List;

import org.commonground.delivery.DeliveryService;
import org.commonground.delivery.SupportMechanism;
import org.commonground.engine.Answer;
import org.commonground.engine.StepContext;
import org.springframework.stereotype.Component;

@Component
class ChooseSupportMechanismAnswer implements Answer<ChooseSupportMechanismAnswer.Given> {

    private final DeliveryService deliveries;

    ChooseSupportMechanismAnswer(DeliveryService deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public void take(ChooseSupportMechanismAnswer.Given given, StepContext context) {
        Rule rule = given.rows().get(0);
        deliveries.chooseSupport(context.partnership(), SupportMechanism.of(rule.mechanism()), rule.reason());
    }

    record Given(List<Rule> rows) {
    }

    record Rule(String mechanism, String reason) {
    }
}
