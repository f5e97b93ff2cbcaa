package org.commonground.adhesion.process;

import static org.commonground.adhesion.process.AdhesionVariables.matter;

import java.util.List;

import org.commonground.adhesion.AdhesionService;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.foundation.Days;
import org.commonground.foundation.OrganisationId;
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
        List<Able> abilities = visions.answersTo(context.partnership(), context.party()).stream()
                .map(answer -> new Able(name(sheet, answer.organisation()), answer.ability().label(), answer.words())).toList();
        List<Planned> agenda = vision == null ? List.of() : vision.agenda().stream()
                .map(item -> new Planned(item.what(), name(sheet, item.who()), Days.brief(item.byWhen()), item.with())).toList();
        return new Shown(card.purpose(), String.join("; ", sheet.seats()), sheet.how(), String.join(", ", sheet.members().values()),
                !abilities.isEmpty(), abilities, vision != null, vision == null ? null : vision.words(),
                visions.isEndorsed(context.partnership()), agenda);
    }

    private static String name(AdhesionService.Sheet sheet, OrganisationId organisation) {
        return sheet.members().getOrDefault(organisation, organisation.code());
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

    record Able(String partner, String can, String words) {
    }

    record Planned(String what, String who, String byWhen, String with) {
    }

    /**
     * @param answered   whether anybody has said what it can do of what the newcomer expects
     * @param envisioned whether there is a draft of a shared vision
     * @param endorsed   whether the others have endorsed it
     */
    record Shown(String purpose, String seats, String how, String partners, boolean answered, List<Able> abilities, boolean envisioned,
            String vision, boolean endorsed, List<Planned> agenda) {
    }

    record Given(String answer, String reason) {
    }
}
