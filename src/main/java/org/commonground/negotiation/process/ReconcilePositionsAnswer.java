package org.commonground.negotiation.process;

import static org.commonground.negotiation.process.NegotiationVariables.negotiation;

import java.util.List;

import org.commonground.engine.Answer;
import org.commonground.engine.StepContext;
import org.commonground.foundation.OrganisationId;
import org.commonground.negotiation.NegotiationId;
import org.commonground.negotiation.NegotiationService;
import org.springframework.stereotype.Component;

@Component
class ReconcilePositionsAnswer implements Answer<ReconcilePositionsAnswer.Given> {

    private final NegotiationService negotiations;

    ReconcilePositionsAnswer(NegotiationService negotiations) {
        this.negotiations = negotiations;
    }

    @Override
    public void take(Given given, StepContext context) {
        NegotiationId id = negotiation(context);
        if (given.outcome().equals("none")) {
            negotiations.stop(id, given.endReason(), context.person());
            return;
        }
        negotiations.reconcile(id, TopicRow.wordings(given.topics()), given.terms(), context.person());
        negotiations.goOnWithout(id, given.without().stream().map(OrganisationId::new).toList(), given.withoutReason(), context.person());
    }

    record Given(String outcome, List<TopicRow> topics, String decisionRule, Integer meetingsPerYear, Integer reportingIntervalMonths, Integer reviewIntervalMonths,
            String languages, String channel, Integer learningCycleMonths, Integer consultationIntervalMonths, String trustIndicators,
            Integer dialogueDays, Integer facilitationDays, Integer mediationDays, Integer steeringDays, String mediator,
            Integer durationMonths, Integer noticeMonths, String consentToJoin, String renewal, List<Contributed> contributions,
            List<String> without, String withoutReason, String endReason) implements GivenTerms {
    }
}
