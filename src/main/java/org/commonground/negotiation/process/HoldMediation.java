package org.commonground.negotiation.process;

import static org.commonground.negotiation.process.NegotiationVariables.negotiation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.foundation.OrganisationId;
import org.commonground.negotiation.Mediation;
import org.commonground.negotiation.NegotiationId;
import org.commonground.negotiation.NegotiationService;
import org.commonground.negotiation.RoundService;
import org.springframework.stereotype.Component;

/** The minutes of a talk that somebody led who is no party. */
@Component
@For("coordinator")
class HoldMediation implements Step<HoldMediation.Shown, HoldMediation.Given> {

    private final NegotiationService negotiations;
    private final RoundService rounds;

    HoldMediation(NegotiationService negotiations, RoundService rounds) {
        this.negotiations = negotiations;
        this.rounds = rounds;
    }

    @Override
    public Shown show(StepContext context) {
        NegotiationId id = negotiation(context);
        Map<OrganisationId, String> names = negotiations.names(id);
        return new Shown(negotiations.card(id).round(), Said.aloud(rounds.contested(id), names), String.join(", ", names.values()));
    }

    @Override
    public void take(Given given, StepContext context) {
        if (given.held().equals("yes")) {
            rounds.holdMediation(negotiation(context), given.mediation(), context.person());
        }
    }

    record Shown(int round, List<Said> said, String partners) {
    }

    record Given(String held, String mediator, LocalDate heldOn, String minutes, String outcome, String settled) {

        Mediation mediation() {
            return new Mediation(mediator, heldOn, minutes, outcome, settled.equals("yes"));
        }
    }
}
