package org.commonground.talks.process;

import static org.commonground.talks.process.TalksVariables.matter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.commonground.dispute.DisputeCard;
import org.commonground.dispute.DisputeRecord;
import org.commonground.dispute.DisputeRecords;
import org.commonground.dispute.DisputeService;
import org.commonground.dispute.DisputeEnding;
import org.commonground.dispute.Rung;
import org.commonground.engine.Choice;
import org.commonground.engine.Confidential;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.foundation.OrganisationId;
import org.commonground.partnership.AgreedAction;
import org.commonground.talks.Encounter;
import org.commonground.talks.Stand;
import org.commonground.talks.TalksService;
import org.commonground.talks.Word;
import org.springframework.stereotype.Component;

/** Whether a side of a dispute calls it settled, on one of its rungs. */
@Component
@For("${organisations.group(party)}")
@Confidential
class StateOutcome implements Step<StateOutcome.Shown, StateOutcome.Given> {

    private final TalksService talks;
    private final DisputeService disputes;
    private final DisputeRecords records;

    StateOutcome(TalksService talks, DisputeService disputes, DisputeRecords records) {
        this.talks = talks;
        this.disputes = disputes;
        this.records = records;
    }

    @Override
    public Shown show(StepContext context) {
        UUID matter = matter(context);
        DisputeCard card = disputes.card(matter);
        DisputeRecord record = records.of(matter);
        boolean outside = card.rung() == Rung.OUTSIDE;
        return new Shown(record.sides(), record.stands(), record.why(), record.about(), record.wish(), record.spoken(), record.held(),
                record.todos(), card.rung() == Rung.DIALOGUE, talks.speaker(matter, context.party()).orElse(null),
                card.rung().namesSomebody(), outside,
                card.rung() == Rung.MEDIATION ? disputes.agreed(card).mediator() : null,
                card.rung().namesSomebody() ? talks.named(matter) : null, stands(outside),
                disputes.endings(matter, false).entrySet().stream().map(one -> new Choice(one.getValue(), one.getKey().key())).toList(),
                Choice.ofOrganisations(disputes.members(matter)), Choice.ofOrganisations(disputes.verifiers(matter)), List.of());
    }

    private static List<Choice> stands(boolean outside) {
        List<Stand> stands = new ArrayList<>(List.of(Stand.SETTLED, Stand.TALK_ON));
        stands.addAll(outside ? List.of(Stand.LEAVE, Stand.CLOSE) : List.of(Stand.MOVE_ON));
        return stands.stream().map(stand -> new Choice(stand.label(), stand.key())).toList();
    }

    @Override
    public void take(Given given, StepContext context) {
        talks.say(matter(context), context.party(), given.word(), context.person());
    }

    /**
     * @param speaker  who spoke for this side last; null the first time
     * @param mediator whom the partners agreed on, on the rung of mediation; else null
     * @param named    whom the sides have named so far; null where nobody is named
     * @param actions  none: they are listed by hand
     */
    record Shown(String sides, String stands, String why, String about, String wish, List<DisputeRecord.Spoken> spoken,
            List<DisputeRecord.Held> held, List<DisputeRecord.Todo> todos, boolean dialogue, String speaker, boolean naming,
            boolean outside, String mediator, String named, List<Choice> ways, List<Choice> endings, List<Choice> members,
            List<Choice> verifiers, List<String> actions) {
    }

    record Given(String speaker, String met, LocalDate metOn, String present, String came, String person, Stand stand, String ending,
            String words, List<Row> actions) {

        Word word() {
            return new Word(stand, ending == null ? null : DisputeEnding.of(ending), words, speaker, person,
                    "yes".equals(met) ? new Encounter(metOn, present, came) : null, actions.stream().map(Row::action).toList());
        }
    }

    record Row(String what, String owner, LocalDate due, String verifier) {

        AgreedAction action() {
            return TalksService.action(what, new OrganisationId(owner), due, new OrganisationId(verifier));
        }
    }
}
