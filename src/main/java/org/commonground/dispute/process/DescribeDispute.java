package org.commonground.dispute.process;

import static org.commonground.dispute.process.DisputeVariables.matter;

import java.util.List;

import org.commonground.dispute.DisputeRecords;
import org.commonground.dispute.DisputeService;
import org.commonground.engine.Choice;
import org.commonground.engine.Confidential;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.foundation.OrganisationId;
import org.springframework.stereotype.Component;

/** With whom the dispute is, what it is about, and what who raised it wishes for. */
@Component
@For("${disputes.raiser(execution)}")
@Confidential
class DescribeDispute implements Step<DescribeDispute.Shown, DescribeDispute.Given> {

    private final DisputeService disputes;
    private final DisputeRecords records;

    DescribeDispute(DisputeService disputes, DisputeRecords records) {
        this.disputes = disputes;
        this.records = records;
    }

    @Override
    public Shown show(StepContext context) {
        return new Shown(records.why(matter(context)), records.ladder(matter(context)),
                Choice.ofOrganisations(disputes.possibleOthers(matter(context))));
    }

    @Override
    public void take(Given given, StepContext context) {
        disputes.describe(matter(context), given.others().stream().map(OrganisationId::new).toList(), given.about(), given.wish());
    }

    record Shown(String why, String ladder, List<Choice> members) {
    }

    record Given(List<String> others, String about, String wish) {
    }
}
