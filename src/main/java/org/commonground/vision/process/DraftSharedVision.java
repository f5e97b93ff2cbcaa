package org.commonground.vision.process;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.commonground.engine.Choice;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.foundation.Days;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.partnership.FoundingEnd;
import org.commonground.partnership.MendedAims;
import org.commonground.partnership.Objective;
import org.commonground.selection.CommonGround;
import org.commonground.selection.SelectionService;
import org.commonground.vision.Ability;
import org.commonground.vision.AgendaItem;
import org.commonground.vision.FounderService;
import org.commonground.vision.SharedVision;
import org.commonground.vision.VisionService;
import org.commonground.vision.VisionStatement;
import org.springframework.stereotype.Component;

/** One vision out of many, with the agenda that leads there; or the proposal to end. */
@Component
@For("coordinator")
class DraftSharedVision implements Step<DraftSharedVision.Shown, DraftSharedVision.Given> {

    private static final Choice ASK = new Choice("Put the vision below to the partners", "ask");
    private static final Choice END = new Choice(FoundingEnd.CHOICE, "none");

    private final FounderService founders;
    private final VisionService visions;
    private final FoundingEnd end;
    private final SelectionService selections;

    DraftSharedVision(FounderService founders, VisionService visions, FoundingEnd end, SelectionService selections) {
        this.founders = founders;
        this.visions = visions;
        this.end = end;
        this.selections = selections;
    }

    @Override
    public Shown show(StepContext context) {
        PartnershipId id = context.partnership();
        Map<OrganisationId, String> names = founders.names(id);
        SharedVision before = visions.vision(id).orElse(null);
        List<Choice> silentTwice = NamesOf.choices(founders.silentTwice(id), names);
        String proposed = end.open(id).orElse(null);
        MendedAims aims = before == null ? visions.aims(id) : before.aims();
        List<VisionStatement> statements = visions.visions(id);
        return new Shown(proposed, proposed == null ? List.of(ASK, END) : List.of(ASK),
                selections.commonGround(id).orElse(null), statements.stream().map(one ->
                        new Vision(Days.changed(names.get(one.organisation()), one.changedOn()), one.words(), one.hopes())).toList(),
                NamesOf.all(visions.silentVisionaries(id), names),
                visions.expectationAnswers(id).stream().filter(one -> one.ability() != Ability.CAN)
                        .map(one -> new Met(names.get(one.expecting()), one.expectation(),
                                Days.changed(names.get(one.organisation()), one.changedOn()),
                                one.ability().label(), one.words())).toList(),
                NamesOf.all(visions.silentOnExpectations(id), names), before != null,
                visions.wishes(id).entrySet().stream().map(one -> new Wish(names.get(one.getKey()), one.getValue())).toList(),
                NamesOf.all(founders.silent(id), names), before == null ? null : before.words(),
                before == null ? List.of(AgendaRow.OPEN) : before.agenda().stream().map(AgendaRow::of).toList(),
                statements.stream().filter(one -> one.aimsWish() != null)
                        .map(one -> new Wish(names.get(one.organisation()), one.aimsWish())).toList(),
                aims.purpose(), aims.objectives(), aims.targetParticipants(), aims.participationMode(),
                NamesOf.choices(List.copyOf(names.keySet()), names), silentTwice, !silentTwice.isEmpty());
    }

    @Override
    public void take(Given given, StepContext context) {
        PartnershipId id = context.partnership();
        boolean endProposed = given.outcome().equals(END.value());
        context.set(VisionVariables.END_PROPOSED, endProposed);
        if (endProposed) {
            end.propose(id, given.endReason(), context.person());
            return;
        }
        founders.goOnWithout(id, given.without().stream().map(OrganisationId::new).toList(), given.withoutReason(), context.person());
        if (founders.goOn(id)) {
            visions.draftVision(id, given.vision(), given.agenda().stream().map(AgendaRow::item).toList(),
                    given.mendsAims() ? given.aims() : visions.aims(id), context.person());
        } else {
            founders.end(id);
        }
    }

    record Vision(String name, String vision, String hopes) {
    }

    record Met(String expecting, String expectation, String name, String answer, String words) {
    }

    record Wish(String name, String words) {
    }

    record AgendaRow(String what, String who, LocalDate byWhen, String needed) {

        /** Waits to be filled in. */
        static final AgendaRow OPEN = new AgendaRow(null, null, null, null);

        static AgendaRow of(AgendaItem item) {
            return new AgendaRow(item.what(), item.who().code(), item.byWhen(), item.with());
        }

        AgendaItem item() {
            return new AgendaItem(what, new OrganisationId(who), byWhen, needed);
        }
    }

    /**
     * @param proposed   that the partnership ends is proposed; null where it is not
     * @param common     what was found before the partners were chosen; null where nobody looked
     * @param drafted    whether the partners have seen a draft before; the wishes are about that
     * @param aimsWishes what partners want to be mended in the aims; who says nothing takes them as they stand
     */
    record Shown(String proposed, List<Choice> outcomes, CommonGround common, List<Vision> visions, String visionsMissing, List<Met> met,
            String expectationsMissing, boolean drafted, List<Wish> wishes,
            String silent, String vision, List<AgendaRow> agenda, List<Wish> aimsWishes, String purpose, List<Objective> objectives,
            String targetParticipants, String participationMode, List<Choice> organisations, List<Choice> silentTwice,
            boolean someSilentTwice) {
    }

    /** @param mendsAims where not, the aims stay as they were shown, whatever else is written */
    record Given(String outcome, String vision, List<AgendaRow> agenda, boolean mendsAims, String purpose, List<Objective> objectives,
            String targetParticipants, String participationMode, List<String> without, String withoutReason, String endReason) {

        MendedAims aims() {
            return new MendedAims(purpose, objectives, targetParticipants, participationMode);
        }
    }
}
