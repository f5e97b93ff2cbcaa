package org.commonground.negotiation.process;

import static org.commonground.negotiation.process.NegotiationVariables.negotiation;

import java.util.List;
import java.util.Map;

import org.commonground.engine.AnsweredAnew;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.foundation.Days;
import org.commonground.foundation.OrganisationId;
import org.commonground.negotiation.NegotiationId;
import org.commonground.negotiation.NegotiationService;
import org.commonground.negotiation.SharedVision;
import org.commonground.negotiation.VisionService;
import org.springframework.stereotype.Component;

/** Whether the shared vision is also the vision of one party. */
@Component
@For("${organisations.group(party)}")
@AnsweredAnew
class EndorseVision implements Step<EndorseVision.Shown, EndorseVision.Given> {

    private final NegotiationService negotiations;
    private final VisionService visions;

    EndorseVision(NegotiationService negotiations, VisionService visions) {
        this.negotiations = negotiations;
        this.visions = visions;
    }

    @Override
    public Shown show(StepContext context) {
        NegotiationId id = negotiation(context);
        Map<OrganisationId, String> names = negotiations.names(id);
        SharedVision vision = visions.vision(id).orElseThrow();
        return new Shown(visions.visionNumber(id), vision.words(), vision.agenda().stream()
                .map(item -> new AgendaRow(item.what(), names.getOrDefault(item.who(), item.who().code()),
                        Days.brief(item.byWhen()), item.with())).toList(),
                Said.names(vision.endorsedBy(), names));
    }

    @Override
    public void take(Given given, StepContext context) {
        NegotiationId id = negotiation(context);
        switch (given.answer()) {
            case "endorse" -> visions.endorse(id, context.party(), given.seen(), context.person());
            case "change" -> visions.askForChange(id, context.party(), given.seen(), given.wish(), context.person());
            default -> negotiations.leave(id, context.party(), given.leaveReason(), context.person());
        }
    }

    record AgendaRow(String what, String who, String byWhen, String needed) {
    }

    record Shown(int seen, String vision, List<AgendaRow> agenda, String endorsedBy) {
    }

    record Given(Integer seen, String answer, String wish, String leaveReason) {
    }
}
