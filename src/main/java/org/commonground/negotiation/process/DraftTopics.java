package org.commonground.negotiation.process;

import static org.commonground.negotiation.process.NegotiationVariables.negotiation;

import java.util.List;
import java.util.function.Supplier;

import org.commonground.engine.Choice;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.foundation.Seat;
import org.commonground.negotiation.ConsentRule;
import org.commonground.negotiation.Contributed;
import org.commonground.negotiation.DecisionRule;
import org.commonground.negotiation.GivenTerms;
import org.commonground.negotiation.GivenWordings;
import org.commonground.negotiation.NegotiationId;
import org.commonground.negotiation.NegotiationService;
import org.commonground.negotiation.Renewal;
import org.commonground.negotiation.RoundService;
import org.commonground.negotiation.Topic;
import org.commonground.partnership.LessonsAtHand;
import org.commonground.selection.CommonGround;
import org.commonground.selection.SelectionService;
import org.commonground.vision.VisionService;
import org.springframework.stereotype.Component;

/** The first words on all sixteen topics, and what goes with them. */
@Component
@For("coordinator")
class DraftTopics implements Step<DraftTopics.Shown, DraftTopics.Given> {

    private final NegotiationService negotiations;
    private final VisionService visions;
    private final RoundService rounds;
    private final SelectionService selections;
    private final LessonsAtHand lessons;

    DraftTopics(NegotiationService negotiations, VisionService visions, RoundService rounds, SelectionService selections,
            LessonsAtHand lessons) {
        this.negotiations = negotiations;
        this.visions = visions;
        this.rounds = rounds;
        this.selections = selections;
        this.lessons = lessons;
    }

    @Override
    public Shown show(StepContext context) {
        NegotiationId id = negotiation(context);
        List<Seat> seats = negotiations.seats(id);
        return new Shown(visions.vision(context.partnership()).orElseThrow().words(),
                selections.commonGround(context.partnership()).orElse(null), () -> lessons.of(context.partnership(), null),
                Topic.DECISION_POWER.suggestedWording(), Topic.GOVERNANCE_STRUCTURE.suggestedWording(),
                Topic.ROLES_AND_RESPONSIBILITIES.suggestedWording(), Topic.CONTRIBUTIONS.suggestedWording(),
                Topic.ACCOUNTABILITY.suggestedWording(), Topic.MONITORING.suggestedWording(), Topic.COMMUNICATION.suggestedWording(),
                Topic.LEARNING.suggestedWording(), Topic.SHARED_VALUES.suggestedWording(), Topic.CONSULTATION.suggestedWording(),
                Topic.TRUST.suggestedWording(), Topic.CONFLICT.suggestedWording(), Topic.GROWING.suggestedWording(),
                Topic.IMPACT.suggestedWording(), Topic.PARTICIPATION.suggestedWording(), Topic.DURATION.suggestedWording(),
                seats.stream().map(Contributed::open).toList(), Contributed.choices(seats, negotiations.names(id)));
    }

    @Override
    public void take(Given given, StepContext context) {
        rounds.draftTopics(negotiation(context), given.wordings(), given.terms(), context.person());
    }

    /**
     * The wordings are those that the house suggests.
     *
     * @param common what was found before the partners were chosen: the first page of the negotiation; null where nobody looked
     */
    record Shown(String vision, CommonGround common, Supplier<List<LessonsAtHand.Near>> lessons, String decisionPowerWording,
            String governanceStructureWording,
            String rolesAndResponsibilitiesWording,
            String contributionsWording, String accountabilityWording, String monitoringWording, String communicationWording,
            String learningWording, String sharedValuesWording, String consultationWording, String trustWording, String conflictWording,
            String growingWording, String impactWording, String participationWording, String durationWording,
            List<Contributed> contributions, List<Choice> seats) {
    }

    record Given(String decisionPowerWording, String governanceStructureWording, String rolesAndResponsibilitiesWording,
            String contributionsWording, String accountabilityWording, String monitoringWording, String communicationWording,
            String learningWording, String sharedValuesWording, String consultationWording, String trustWording, String conflictWording,
            String growingWording, String impactWording, String participationWording, String durationWording, DecisionRule decisionRule,
            Integer meetingsPerYear, Integer reportingIntervalMonths, Integer reviewIntervalMonths, String languages, String channel,
            Integer learningCycleMonths, Integer consultationIntervalMonths, String trustIndicators, Integer dialogueDays,
            Integer facilitationDays, Integer mediationDays, Integer steeringDays, String mediator, Integer durationMonths,
            Integer noticeMonths, ConsentRule consentToJoin, Renewal renewal, Integer renewalMonths, List<Contributed> contributions)
            implements GivenWordings, GivenTerms {
    }
}
