package org.commonground.negotiation.process;

import static org.commonground.negotiation.process.NegotiationVariables.negotiation;

import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
import org.commonground.negotiation.NegotiationId;
import org.commonground.negotiation.NegotiationService;
import org.commonground.negotiation.OpenTopic;
import org.springframework.stereotype.Component;

@Component
class ConsiderMediationSheet implements Sheet<ConsiderMediationSheet.Shown> {

    private final NegotiationService negotiations;

    ConsiderMediationSheet(NegotiationService negotiations) {
        this.negotiations = negotiations;
    }

    @Override
    public Shown read(StepContext context) {
        NegotiationId id = negotiation(context);
        return new Shown(negotiations.card(id).round(), (int) negotiations.openTopics(id).stream().filter(OpenTopic::isContested).count(),
                !negotiations.mediations(id).isEmpty());
    }

    record Shown(int round, int contestedTopics, boolean mediationHeld) {
    }
}
