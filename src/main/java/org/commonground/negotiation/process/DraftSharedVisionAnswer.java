package org.commonground.negotiation.process;

import static org.commonground.negotiation.process.NegotiationVariables.negotiation;

import java.time.LocalDate;
import java.util.List;

import org.commonground.engine.Answer;
import org.commonground.engine.StepContext;
import org.commonground.foundation.OrganisationId;
import org.commonground.negotiation.AgendaItem;
import org.commonground.negotiation.NegotiationId;
import org.commonground.negotiation.NegotiationService;
import org.springframework.stereotype.Component;

@Component
class DraftSharedVisionAnswer implements Answer<DraftSharedVisionAnswer.Given> {

    private final NegotiationService negotiations;

    DraftSharedVisionAnswer(NegotiationService negotiations) {
        this.negotiations = negotiations;
    }

    @Override
    public void take(Given given, StepContext context) {
        NegotiationId id = negotiation(context);
        if (given.outcome().equals("none")) {
            negotiations.stop(id, given.endReason(), context.person());
            return;
        }
        negotiations.goOnWithout(id, given.without().stream().map(OrganisationId::new).toList(), given.withoutReason(), context.person());
        if (negotiations.goesOn(id)) {
            negotiations.draftVision(id, given.vision(), given.agenda().stream().map(Step::item).toList(), context.person());
        }
    }

    record Given(String outcome, String vision, List<Step> agenda, List<String> without, String withoutReason, String endReason) {
    }

    record Step(String what, String who, LocalDate byWhen, String needed) {

        AgendaItem item() {
            return new AgendaItem(what, new OrganisationId(who), byWhen, needed);
        }
    }
}
