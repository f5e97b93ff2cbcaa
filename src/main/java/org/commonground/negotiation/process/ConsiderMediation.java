package org.commonground.negotiation.process;

import static org.commonground.negotiation.process.NegotiationVariables.negotiation;

import java.util.List;

import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.engine.Takes;
import org.commonground.negotiation.NegotiationId;
import org.commonground.negotiation.NegotiationService;
import org.commonground.negotiation.RoundService;
import org.springframework.stereotype.Component;

/** Whether it is time for somebody who helps. */
@Component
@Takes("mediation")
class ConsiderMediation implements Step<ConsiderMediation.Shown, ConsiderMediation.Given> {

    private final NegotiationService negotiations;
    private final RoundService rounds;

    ConsiderMediation(NegotiationService negotiations, RoundService rounds) {
        this.negotiations = negotiations;
        this.rounds = rounds;
    }

    @Override
    public Shown show(StepContext context) {
        NegotiationId id = negotiation(context);
        return new Shown(negotiations.card(id).round(), rounds.contested(id).size(), !rounds.mediations(id).isEmpty());
    }

    @Override
    public void take(Given given, StepContext context) {
        context.set(NegotiationVariables.MEDIATION_OFFERED, given.rows().get(0).offered());
    }

    record Shown(int round, int contestedTopics, boolean mediationHeld) {
    }

    record Row(boolean offered, String reason) {
    }

    record Given(List<Row> rows) {
    }
}
