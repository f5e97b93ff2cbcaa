package org.commonground.negotiation.process;

import static org.commonground.negotiation.process.NegotiationVariables.negotiation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.commonground.engine.Choice;
import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
import org.commonground.foundation.OrganisationId;
import org.commonground.negotiation.Ability;
import org.commonground.negotiation.AgendaItem;
import org.commonground.negotiation.NegotiationId;
import org.commonground.negotiation.NegotiationService;
import org.commonground.negotiation.SharedVision;
import org.springframework.stereotype.Component;

@Component
class DraftSharedVisionSheet implements Sheet<DraftSharedVisionSheet.Shown> {

    private final NegotiationService negotiations;

    DraftSharedVisionSheet(NegotiationService negotiations) {
        this.negotiations = negotiations;
    }

    @Override
    public Shown read(StepContext context) {
        NegotiationId id = negotiation(context);
        Map<OrganisationId, String> names = negotiations.names(id);
        SharedVision before = negotiations.vision(id).orElse(null);
        List<Choice> silentTwice = Said.choices(negotiations.silentTwice(id), names);
        return new Shown(negotiations.visions(id).stream().map(one -> new Vision(names.get(one.organisation()), one.words(), one.hopes())).toList(),
                Said.names(negotiations.silentVisionaries(id), names),
                negotiations.expectationAnswers(id).stream().filter(one -> one.ability() != Ability.CAN).map(one -> new Met(names.get(one.expecting()),
                        one.expectation(), names.get(one.organisation()), one.ability().label(), one.words())).toList(),
                Said.names(negotiations.silentOnExpectations(id), names), before != null,
                negotiations.wishes(id).entrySet().stream().map(one -> new Wish(names.get(one.getKey()), one.getValue())).toList(),
                Said.names(negotiations.silent(id), names), before == null ? null : before.words(),
                before == null ? List.of(Step.OPEN) : before.agenda().stream().map(Step::of).toList(), Said.choices(List.copyOf(names.keySet()), names),
                silentTwice, !silentTwice.isEmpty());
    }

    record Vision(String name, String vision, String hopes) {
    }

    record Met(String expecting, String expectation, String name, String answer, String words) {
    }

    record Wish(String name, String words) {
    }

    record Step(String what, String who, LocalDate byWhen, String needed) {

        /** Waits to be filled in. */
        static final Step OPEN = new Step(null, null, null, null);

        static Step of(AgendaItem item) {
            return new Step(item.what(), item.who().code(), item.byWhen(), item.with());
        }
    }

    /** @param drafted whether the parties have seen a draft before; the wishes are about that */
    record Shown(List<Vision> visions, String visionsMissing, List<Met> met, String expectationsMissing, boolean drafted, List<Wish> wishes, String silent, String vision,
            List<Step> agenda, List<Choice> organisations, List<Choice> silentTwice, boolean someSilentTwice) {
    }
}
