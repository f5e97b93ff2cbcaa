package org.commonground.talks.process;

import static org.commonground.talks.process.TalksVariables.matter;

import org.commonground.dispute.DisputeRecords;
import org.commonground.dispute.DisputeService;
import org.commonground.engine.Confidential;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.talks.TalksService;
import org.springframework.stereotype.Component;

/**
 * That somebody who belongs to no side helps the sides of a dispute. It shows whose dispute it is, and none of their words; who helps is
 * for the sides too, and for nobody else.
 */
@Component
@Confidential
@For("${talks.secretariat(execution)}")
class TakeOnFacilitation implements Step<TakeOnFacilitation.Shown, Step.Nothing> {

    private final TalksService talks;
    private final DisputeService disputes;
    private final DisputeRecords records;

    TakeOnFacilitation(TalksService talks, DisputeService disputes, DisputeRecords records) {
        this.talks = talks;
        this.disputes = disputes;
        this.records = records;
    }

    @Override
    public Shown show(StepContext context) {
        return new Shown(records.sides(matter(context)), disputes.card(matter(context)).rung().inWords(), records.until(matter(context)));
    }

    @Override
    public void take(Nothing given, StepContext context) {
        talks.takeOn(matter(context), context.person());
    }

    record Shown(String sides, String rung, String until) {
    }
}
