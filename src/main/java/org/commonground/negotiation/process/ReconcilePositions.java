package org.commonground.negotiation.process;

import static org.commonground.negotiation.process.NegotiationVariables.negotiation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.commonground.engine.Choice;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Seat;
import org.commonground.negotiation.AgreedStep;
import org.commonground.negotiation.ConsentRule;
import org.commonground.negotiation.Contributed;
import org.commonground.negotiation.DecisionRule;
import org.commonground.negotiation.GivenTerms;
import org.commonground.negotiation.GivenWordings;
import org.commonground.negotiation.NegotiationCard;
import org.commonground.negotiation.NegotiationId;
import org.commonground.negotiation.NegotiationService;
import org.commonground.negotiation.OpenTopic;
import org.commonground.negotiation.Renewal;
import org.commonground.negotiation.RoundService;
import org.commonground.negotiation.Terms;
import org.commonground.negotiation.Topic;
import org.commonground.negotiation.WorkArea;
import org.commonground.partnership.FoundingEnd;
import org.commonground.partnership.NumberedObjective;
import org.springframework.stereotype.Component;

/** New words and terms for what is contested, between two rounds. */
@Component
@For("coordinator")
class ReconcilePositions implements Step<ReconcilePositions.Shown, ReconcilePositions.Given> {

    private final NegotiationService negotiations;
    private final RoundService rounds;
    private final FoundingEnd end;

    ReconcilePositions(NegotiationService negotiations, RoundService rounds, FoundingEnd end) {
        this.negotiations = negotiations;
        this.rounds = rounds;
        this.end = end;
    }

    @Override
    public Shown show(StepContext context) {
        NegotiationId id = negotiation(context);
        Map<OrganisationId, String> names = negotiations.names(id);
        List<OpenTopic> contested = rounds.contested(id);
        List<Choice> silentTwice = Said.choices(negotiations.mayGoWithout(id), names);
        Terms terms = rounds.terms(id);
        NegotiationCard card = negotiations.card(id);
        Map<OrganisationId, String> seated = card.isFounding() ? names : negotiations.everybody(id);
        String proposed = card.isFounding() ? end.open(context.partnership()).orElse(null) : null;
        return new Shown(card.round(), proposed, Ending.choices(card, proposed != null), Said.aloud(contested, names),
                Said.names(negotiations.silent(id), names),
                rounds.mediations(id).stream().map(one -> new Talk(one.mediator(), one.heldOn(), one.settled() ? "Yes" : "Not yet",
                        one.outcome())).toList(),
                contested.stream().map(one -> Disputed.of(one, names)).toList(), contested.stream().map(OpenTopic::topic).toList(),
                silentTwice, !silentTwice.isEmpty(),
                words(contested, Topic.DECISION_POWER), words(contested, Topic.GOVERNANCE_STRUCTURE),
                words(contested, Topic.ROLES_AND_RESPONSIBILITIES), words(contested, Topic.CONTRIBUTIONS),
                words(contested, Topic.ACCOUNTABILITY), words(contested, Topic.MONITORING), words(contested, Topic.COMMUNICATION),
                words(contested, Topic.LEARNING), words(contested, Topic.SHARED_VALUES), words(contested, Topic.CONSULTATION),
                words(contested, Topic.TRUST), words(contested, Topic.CONFLICT), words(contested, Topic.GROWING),
                words(contested, Topic.IMPACT), words(contested, Topic.PARTICIPATION), words(contested, Topic.DURATION),
                terms.decisionRule(), terms.meetingsPerYear(), terms.reportingIntervalMonths(), terms.reviewIntervalMonths(),
                terms.languages(), terms.channel(), terms.learningCycleMonths(), terms.consultationIntervalMonths(),
                String.join("\n", terms.trustIndicators()), rung(terms, 0), rung(terms, 1), rung(terms, 2), rung(terms, 3),
                terms.mediator(), terms.durationMonths(), terms.noticeMonths(), terms.consentToJoin(), terms.renewal(),
                        terms.renewalMonths(),
                terms.contributions().stream().map(Contributed::of).toList(),
                Contributed.choices(negotiations.seats(id), seated), words(contested, Topic.NAME), words(contested, Topic.PURPOSE),
                terms.aims().objectives(), terms.aims().places().stream().map(WorkArea::of).toList(), terms.aims().targetParticipants(),
                terms.aims().participationMode(), terms.aims().agenda().stream().map(AgreedStep::of).toList(),
                negotiations.seats(id).stream().map(Seat::organisation).distinct()
                        .map(one -> new Choice(seated.getOrDefault(one, one.code()), one.code())).toList(), terms.aims().annexTitle(),
                words(contested, Topic.ANNEX));
    }

    /** Null for a topic that is not contested: it is not asked. */
    private static String words(List<OpenTopic> contested, Topic topic) {
        return contested.stream().filter(one -> one.topic() == topic).map(OpenTopic::wording).findFirst().orElse(null);
    }

    private static Integer rung(Terms terms, int nr) {
        return nr < terms.ladderDays().size() ? terms.ladderDays().get(nr) : null;
    }

    @Override
    public void take(Given given, StepContext context) {
        NegotiationId id = negotiation(context);
        boolean none = given.outcome().equals("none");
        boolean endProposed = none && negotiations.card(id).isFounding();
        context.set(NegotiationVariables.END_PROPOSED, endProposed);
        if (endProposed) {
            end.propose(context.partnership(), given.endReason(), context.person());
            return;
        }
        if (none) {
            negotiations.stop(id, given.endReason(), context.person());
            return;
        }
        rounds.reconcile(id, given.wordings(), given.terms(), context.person());
        negotiations.goOnWithout(id, given.without().stream().map(OrganisationId::new).toList(), given.withoutReason(), context.person());
    }

    record Talk(String mediator, LocalDate heldOn, String settled, String outcome) {
    }

    /** @param key of the topic, by which the form puts it where the topic is asked */
    record Disputed(String key, String wording, List<String> terms, List<Said> said) {

        static Disputed of(OpenTopic topic, Map<OrganisationId, String> names) {
            return new Disputed(topic.topic().key(), topic.wording(), topic.terms(), Said.aloud(List.of(topic), names));
        }
    }

    /**
     * @param proposed  that the partnership ends is proposed; null where it is not
     * @param disputed  what each contested topic says now, and what was said to it
     * @param contested the topics whose words and terms may change; both follow as they are now
     */
    record Shown(int round, String proposed, List<Choice> outcomes, List<Said> said, String silent, List<Talk> talks,
            List<Disputed> disputed, List<Topic> contested,
            List<Choice> silentTwice, boolean someSilentTwice, String decisionPowerWording, String governanceStructureWording,
            String rolesAndResponsibilitiesWording, String contributionsWording, String accountabilityWording, String monitoringWording,
            String communicationWording, String learningWording, String sharedValuesWording, String consultationWording,
            String trustWording, String conflictWording, String growingWording, String impactWording, String participationWording,
            String durationWording, DecisionRule decisionRule, Integer meetingsPerYear, Integer reportingIntervalMonths,
            Integer reviewIntervalMonths, String languages, String channel, Integer learningCycleMonths,
            Integer consultationIntervalMonths, String trustIndicators, Integer dialogueDays, Integer facilitationDays,
            Integer mediationDays, Integer steeringDays, String mediator, Integer durationMonths, Integer noticeMonths,
            ConsentRule consentToJoin, Renewal renewal, Integer renewalMonths, List<Contributed> contributions, List<Choice> seats,
                    String nameWording,
            String purposeWording, List<NumberedObjective> objectives, List<WorkArea> areas, String targetParticipants,
            String participationMode, List<AgreedStep> agenda, List<Choice> organisations, String annexTitle, String annexWording) {
    }

    record Given(String outcome, String decisionPowerWording, String governanceStructureWording, String rolesAndResponsibilitiesWording,
            String contributionsWording, String accountabilityWording, String monitoringWording, String communicationWording,
            String learningWording, String sharedValuesWording, String consultationWording, String trustWording, String conflictWording,
            String growingWording, String impactWording, String participationWording, String durationWording, DecisionRule decisionRule,
            Integer meetingsPerYear, Integer reportingIntervalMonths, Integer reviewIntervalMonths, String languages, String channel,
            Integer learningCycleMonths, Integer consultationIntervalMonths, String trustIndicators, Integer dialogueDays,
            Integer facilitationDays, Integer mediationDays, Integer steeringDays, String mediator, Integer durationMonths,
            Integer noticeMonths, ConsentRule consentToJoin, Renewal renewal, Integer renewalMonths, List<Contributed> contributions,
                    String nameWording, String purposeWording,
            List<NumberedObjective> objectives, List<WorkArea> areas, String targetParticipants, String participationMode,
            List<AgreedStep> agenda, String annexTitle, String annexWording, List<String> without, String withoutReason, String endReason)
            implements GivenWordings, GivenTerms {
    }
}
