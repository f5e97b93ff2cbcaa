package org.commonground.dispute.process;

import static org.commonground.dispute.process.DisputeVariables.matter;

import java.util.List;
import java.util.UUID;

import org.commonground.dispute.DisputeRecord;
import org.commonground.dispute.DisputeRecords;
import org.commonground.dispute.DisputeService;
import org.commonground.dispute.DisputeEnding;
import org.commonground.dispute.Steering;
import org.commonground.engine.Choice;
import org.commonground.engine.Confidential;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.springframework.stereotype.Component;

/** How a partner without a side decides on the dispute of others. */
@Component
@For("${organisations.group(party)}")
@Confidential
class DecideOnDispute implements Step<DecideOnDispute.Shown, DecideOnDispute.Given> {

    private final DisputeService disputes;
    private final Steering steering;
    private final DisputeRecords records;

    DecideOnDispute(DisputeService disputes, Steering steering, DisputeRecords records) {
        this.disputes = disputes;
        this.steering = steering;
        this.records = records;
    }

    @Override
    public Shown show(StepContext context) {
        UUID matter = matter(context);
        DisputeRecord record = records.of(matter);
        return new Shown(record.sides(), record.stands(), steering.rule(matter, disputes.withoutSide(matter).size()), record.why(),
                record.about(), record.wish(), record.spoken(), record.held(), record.todos(),
                disputes.endings(matter, true).entrySet().stream().map(one -> new Choice(one.getValue(), one.getKey().key())).toList());
    }

    @Override
    public void take(Given given, StepContext context) {
        steering.decide(matter(context), context.party(), DisputeEnding.of(given.ending()), given.words(), context.person());
    }

    record Shown(String sides, String stands, String rule, String why, String about, String wish, List<DisputeRecord.Spoken> spoken,
            List<DisputeRecord.Held> held, List<DisputeRecord.Todo> todos, List<Choice> endings) {
    }

    record Given(String ending, String words) {
    }
}
