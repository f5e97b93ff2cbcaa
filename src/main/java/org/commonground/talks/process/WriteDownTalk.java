package org.commonground.talks.process;

import static org.commonground.talks.process.TalksVariables.matter;

import java.time.LocalDate;
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
import org.commonground.talks.Encounter;
import org.commonground.talks.TalksService;
import org.springframework.stereotype.Component;

/** What came of a talk that somebody led who belongs to no side, or how a decider from outside decided. */
@Component
@For(person = "${talks.secretariatPerson(execution)}")
@Confidential
class WriteDownTalk implements Step<WriteDownTalk.Shown, WriteDownTalk.Given> {

    private static final Choice HELD = new Choice("A talk was held", "held");
    private static final Choice NOBODY = new Choice("Nobody came", "nobody");
    private static final Choice DECIDED = new Choice("The decider has decided", "decided");

    private final TalksService talks;
    private final DisputeService disputes;
    private final DisputeRecords records;

    WriteDownTalk(TalksService talks, DisputeService disputes, DisputeRecords records) {
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
                record.todos(), card.rung().namesSomebody() ? talks.named(matter) : null,
                outside ? List.of(HELD, NOBODY, DECIDED) : List.of(HELD, NOBODY),
                outside ? disputes.endings(matter, true).entrySet().stream().map(one -> new Choice(one.getValue(), one.getKey().key()))
                        .toList() : List.of());
    }

    @Override
    public void take(Given given, StepContext context) {
        UUID matter = matter(context);
        if (given.outcome().equals(DECIDED.value())) {
            talks.decide(matter, DisputeEnding.of(given.ending()), given.encounter(), given.words(), context.person());
        } else if (given.outcome().equals(HELD.value())) {
            talks.writeDown(matter, given.encounter(), given.words(), context.person());
        } else {
            talks.writeDown(matter, null, given.words(), context.person());
        }
        context.set(TalksVariables.ANOTHER_TALK, "yes".equals(given.again()));
    }

    /** @param named whom the sides have named; null where nobody is named */
    record Shown(String sides, String stands, String why, String about, String wish, List<DisputeRecord.Spoken> spoken,
            List<DisputeRecord.Held> held, List<DisputeRecord.Todo> todos, String named, List<Choice> outcomes, List<Choice> endings) {
    }

    record Given(String outcome, LocalDate metOn, String present, String came, String ending, String words, String again) {

        Encounter encounter() {
            return new Encounter(metOn, present, came);
        }
    }
}
