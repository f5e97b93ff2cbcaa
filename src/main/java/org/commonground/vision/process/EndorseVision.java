package org.commonground.vision.process;

import java.util.List;
import java.util.Map;

import org.commonground.engine.AnsweredAnew;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.foundation.Days;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.partnership.MendedAims;
import org.commonground.partnership.Objective;
import org.commonground.partnership.PartnershipService;
import org.commonground.vision.FounderService;
import org.commonground.vision.SharedVision;
import org.commonground.vision.VisionService;
import org.springframework.stereotype.Component;

/** Whether the shared vision is also the vision of one partner. */
@Component
@For("${organisations.group(party)}")
@AnsweredAnew
class EndorseVision implements Step<EndorseVision.Shown, EndorseVision.Given> {

    private final FounderService founders;
    private final VisionService visions;
    private final PartnershipService partnerships;

    EndorseVision(FounderService founders, VisionService visions, PartnershipService partnerships) {
        this.founders = founders;
        this.visions = visions;
        this.partnerships = partnerships;
    }

    @Override
    public Shown show(StepContext context) {
        PartnershipId id = context.partnership();
        Map<OrganisationId, String> names = founders.names(id);
        SharedVision vision = visions.vision(id).orElseThrow();
        return new Shown(visions.draftNumber(id), vision.words(), vision.agenda().stream()
                .map(item -> new AgendaRow(item.what(), names.getOrDefault(item.who(), item.who().code()),
                        Days.brief(item.byWhen()), item.with())).toList(),
                vision.aims().purpose(), vision.aims().objectives(), vision.aims().targetParticipants(), vision.aims().participationMode(),
                vision.aims().since(MendedAims.of(partnerships.card(id))), NamesOf.all(vision.endorsedBy(), names));
    }

    @Override
    public void take(Given given, StepContext context) {
        PartnershipId id = context.partnership();
        switch (given.answer()) {
            case "endorse" -> visions.endorse(id, context.party(), given.seen(), context.person());
            case "change" -> visions.askForChange(id, context.party(), given.seen(), given.wish(), context.person());
            default -> founders.leave(id, context.party(), given.leaveReason(), context.person());
        }
    }

    record AgendaRow(String what, String who, String byWhen, String needed) {
    }

    /** @param mended which aims differ from those that were proposed */
    record Shown(int seen, String vision, List<AgendaRow> agenda, String purpose, List<Objective> objectives, String targetParticipants,
            String participationMode, List<MendedAims.Mended> mended, String endorsedBy) {
    }

    record Given(Integer seen, String answer, String wish, String leaveReason) {
    }
}
