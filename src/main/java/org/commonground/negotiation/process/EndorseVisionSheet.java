package org.commonground.negotiation.process;

import static org.commonground.negotiation.process.NegotiationVariables.negotiation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
import org.commonground.foundation.OrganisationId;
import org.commonground.negotiation.NegotiationId;
import org.commonground.negotiation.NegotiationService;
import org.commonground.negotiation.SharedVision;
import org.springframework.stereotype.Component;

@Component
class EndorseVisionSheet implements Sheet<EndorseVisionSheet.Shown> {

    private final NegotiationService negotiations;

    EndorseVisionSheet(NegotiationService negotiations) {
        this.negotiations = negotiations;
    }

    @Override
    public Shown read(StepContext context) {
        NegotiationId id = negotiation(context);
        Map<OrganisationId, String> names = negotiations.names(id);
        SharedVision vision = negotiations.vision(id).orElseThrow();
        return new Shown(negotiations.visionNumber(id), vision.words(), vision.agenda().stream()
                .map(item -> new Step(item.what(), names.getOrDefault(item.who(), item.who().code()), item.byWhen(), item.with())).toList(),
                Said.names(vision.endorsedBy(), names));
    }

    record Step(String what, String who, LocalDate byWhen, String needed) {
    }

    record Shown(int seen, String vision, List<Step> agenda, String endorsedBy) {
    }
}
