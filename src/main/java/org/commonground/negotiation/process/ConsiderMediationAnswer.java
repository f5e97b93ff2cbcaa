package org.commonground.negotiation.process;

import java.util.List;

import org.commonground.engine.Answer;
import org.commonground.engine.StepContext;
import org.springframework.stereotype.Component;

@Component
class ConsiderMediationAnswer implements Answer<ConsiderMediationAnswer.Given> {

    @Override
    public void take(Given given, StepContext context) {
        context.set(NegotiationVariables.MEDIATION_OFFERED, given.rows().get(0).offered());
    }

    record Given(List<Rule> rows) {
    }

    record Rule(boolean offered, String reason) {
    }
}
