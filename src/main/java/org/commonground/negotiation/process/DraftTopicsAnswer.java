package org.commonground.negotiation.process;

import static org.commonground.negotiation.process.NegotiationVariables.negotiation;

import java.util.List;

import org.commonground.engine.Answer;
import org.commonground.engine.StepContext;
import org.commonground.negotiation.NegotiationService;
import org.springframework.stereotype.Component;

@Component
class DraftTopicsAnswer implements Answer<DraftTopicsAnswer.Given> {

    private final NegotiationService negotiations;

    DraftTopicsAnswer(NegotiationService negotiations) {
        this.negotiations = negotiations;
    }

    @Override
    public void take(Given given, StepContext context) {
        negotiations.draftTopics(negotiation(context), TopicRow.wordings(given.topics()), given.terms(), context.person());
    }

    record Given(List<TopicRow> topics, String decisionRule, Integer meetingsPerYear, Integer reportingIntervalMonths, Integer reviewIntervalMonths,
            String languages, String channel, Integer learningCycleMonths, Integer consultationIntervalMonths, String trustIndicators,
            Integer dialogueDays, Integer facilitationDays, Integer mediationDays, Integer steeringDays, String mediator,
            Integer durationMonths, Integer noticeMonths, String consentToJoin, String renewal, List<Contributed> contributions) implements GivenTerms {
    }
}
