package org.commonground.adhesion.process;

import static org.commonground.adhesion.process.AdhesionVariables.matter;

import java.util.List;

import org.commonground.adhesion.AdhesionService;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.foundation.Days;
import org.commonground.partnership.PartnershipCard;
import org.commonground.partnership.PartnershipService;
import org.commonground.vision.SharedVision;
import org.commonground.vision.VisionService;
import org.springframework.stereotype.Component;

/** Whether a newcomer joins while the agreement is still negotiated, having read where the others stand. */
@Component
@For("${organisations.group(party)}")
class ConfirmJoining implements Step<ConfirmJoining.Shown, ConfirmJoining.Given> {

    private final AdhesionService adhesions;
    private final VisionService visions;
    private final PartnershipService partnerships;

    ConfirmJoining(AdhesionService adhesions, VisionService visions, PartnershipService partnerships) {
        this.adhesions = adhesions;
        this.visions = visions;
        this.partnerships = partnerships;
    }

    @Override
    public Shown show(StepContext context) {
        AdhesionService.Sheet sheet = adhesions.sheet(matter(context), context.party());
        PartnershipCard card = partnerships.card(context.partnership());
        SharedVision vision = visions.vision(context.partnership()).orElse(null);
        return new Shown(card.purpose(), String.join("; ", sheet.seats()), sheet.how(), String.join(", ", sheet.members().values()),
                vision != null, vision == null ? null : vision.words(), visions.isEndorsed(context.partnership()),
                vision == null ? List.of() : vision.agenda().stream().map(item -> new Planned(item.what(),
                        sheet.members().getOrDefault(item.who(), item.who().code()), Days.brief(item.byWhen()), item.with())).toList());
    }

    @Override
    public void take(Given given, StepContext context) {
        boolean joins = given.answer().equals("join");
        if (joins) {
            adhesions.confirm(matter(context), context.party());
        } else {
            adhesions.decline(matter(context), context.party(), given.reason());
        }
        context.set(AdhesionVariables.JOINING_CONFIRMED, joins);
    }

    record Planned(String what, String who, String byWhen, String with) {
    }

    /**
     * @param envisioned whether there is a draft of a shared vision
     * @param endorsed   whether the others have endorsed it
     */
    record Shown(String purpose, String seats, String how, String partners, boolean envisioned, String vision, boolean endorsed,
            List<Planned> agenda) {
    }

    record Given(String answer, String reason) {
    }
}
