package org.commonground.negotiation.process;

import static org.commonground.negotiation.process.NegotiationVariables.negotiation;

import java.util.List;
import java.util.Map;

import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
import org.commonground.foundation.OrganisationId;
import org.commonground.negotiation.NegotiationId;
import org.commonground.negotiation.NegotiationService;
import org.commonground.negotiation.OpenTopic;
import org.springframework.stereotype.Component;

@Component
class HoldMediationSheet implements Sheet<HoldMediationSheet.Shown> {

    private final NegotiationService negotiations;

    HoldMediationSheet(NegotiationService negotiations) {
        this.negotiations = negotiations;
    }

    @Override
    public Shown read(StepContext context) {
        NegotiationId id = negotiation(context);
        Map<OrganisationId, String> names = negotiations.names(id);
        return new Shown(negotiations.card(id).round(), Said.aloud(negotiations.openTopics(id).stream().filter(OpenTopic::isContested).toList(), names),
                String.join(", ", names.values()));
    }

    record Shown(int round, List<Said> said, String partners) {
    }
}
