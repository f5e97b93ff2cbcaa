package org.commonground.amendment.process;

import static org.commonground.amendment.process.AmendmentVariables.matter;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.commonground.agreement.InForce;
import org.commonground.amendment.AmendmentService;
import org.commonground.amendment.Proposed;
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
import org.commonground.negotiation.Renewal;
import org.commonground.negotiation.Terms;
import org.commonground.negotiation.Topic;
import org.commonground.negotiation.WorkArea;
import org.commonground.partnership.NumberedObjective;
import org.springframework.stereotype.Component;

/** What shall be different, written over what holds today. */
@Component
@For("${amendments.writers(execution)}")
class ProposeChanges implements Step<ProposeChanges.Shown, ProposeChanges.Given> {

    private final AmendmentService amendments;

    ProposeChanges(AmendmentService amendments) {
        this.amendments = amendments;
    }

    @Override
    public Shown show(StepContext context) {
        UUID matter = matter(context);
        InForce today = amendments.today(matter);
        Map<OrganisationId, String> partners = amendments.partners(matter);
        List<Seat> seats = amendments.seats(matter);
        Terms terms = today.terms();
        Map<Topic, String> words = today.words();
        List<Choice> choices = partners.entrySet().stream().map(one -> new Choice(one.getValue(), one.getKey().code())).toList();
        return new Shown(amendments.why(matter), today.version(), amendments.named(matter), choices, Contributed.choices(seats, partners),
                choices, words.get(Topic.DECISION_POWER), words.get(Topic.GOVERNANCE_STRUCTURE),
                words.get(Topic.ROLES_AND_RESPONSIBILITIES), words.get(Topic.CONTRIBUTIONS), words.get(Topic.ACCOUNTABILITY),
                words.get(Topic.MONITORING), words.get(Topic.COMMUNICATION), words.get(Topic.LEARNING), words.get(Topic.SHARED_VALUES),
                words.get(Topic.CONSULTATION), words.get(Topic.TRUST), words.get(Topic.CONFLICT), words.get(Topic.GROWING),
                words.get(Topic.IMPACT), words.get(Topic.PARTICIPATION), words.get(Topic.DURATION), terms.decisionRule(),
                terms.meetingsPerYear(), terms.reportingIntervalMonths(), terms.reviewIntervalMonths(), terms.languages(),
                terms.channel(), terms.learningCycleMonths(), terms.consultationIntervalMonths(),
                String.join("\n", terms.trustIndicators()), rung(terms, 0), rung(terms, 1), rung(terms, 2), rung(terms, 3),
                terms.mediator(), terms.durationMonths(), terms.noticeMonths(), terms.consentToJoin(), terms.renewal(),
                terms.renewalMonths(), terms.contributions().stream()
                        .filter(one -> seats.contains(new Seat(one.organisation(), one.role()))).map(Contributed::of).toList(),
                words.get(Topic.NAME), words.get(Topic.PURPOSE), terms.aims().objectives(),
                terms.aims().places().stream().map(WorkArea::of).toList(), terms.aims().targetParticipants(),
                terms.aims().participationMode(), terms.aims().agenda().stream()
                        .filter(step -> partners.containsKey(step.who())).map(AgreedStep::of).toList());
    }

    private static Integer rung(Terms terms, int nr) {
        return nr < terms.ladderDays().size() ? terms.ladderDays().get(nr) : null;
    }

    @Override
    public void take(Given given, StepContext context) {
        boolean proposed = given.outcome().equals("propose");
        if (proposed) {
            amendments.propose(matter(context), given.proposed(), context.person());
        } else {
            amendments.takeBack(matter(context), given.reason());
        }
        context.set(AmendmentVariables.CHANGES_PROPOSED, proposed);
    }

    /**
     * @param subjects what the matter names beforehand
     * @param partners who can be concerned
     */
    record Shown(String why, int version, Set<Topic> subjects, List<Choice> partners, List<Choice> seats, List<Choice> organisations,
            String decisionPowerWording, String governanceStructureWording, String rolesAndResponsibilitiesWording,
            String contributionsWording, String accountabilityWording, String monitoringWording, String communicationWording,
            String learningWording, String sharedValuesWording, String consultationWording, String trustWording, String conflictWording,
            String growingWording, String impactWording, String participationWording, String durationWording, DecisionRule decisionRule,
            Integer meetingsPerYear, Integer reportingIntervalMonths, Integer reviewIntervalMonths, String languages, String channel,
            Integer learningCycleMonths, Integer consultationIntervalMonths, String trustIndicators, Integer dialogueDays,
            Integer facilitationDays, Integer mediationDays, Integer steeringDays, String mediator, Integer durationMonths,
            Integer noticeMonths, ConsentRule consentToJoin, Renewal renewal, Integer renewalMonths, List<Contributed> contributions,
            String nameWording, String purposeWording, List<NumberedObjective> objectives, List<WorkArea> areas,
            String targetParticipants, String participationMode, List<AgreedStep> agenda) {
    }

    record Given(int version, String outcome, Set<Topic> subjects, String decisionPowerWording, String governanceStructureWording,
            String rolesAndResponsibilitiesWording, String contributionsWording, String accountabilityWording, String monitoringWording,
            String communicationWording, String learningWording, String sharedValuesWording, String consultationWording,
            String trustWording, String conflictWording, String growingWording, String impactWording, String participationWording,
            String durationWording, DecisionRule decisionRule, Integer meetingsPerYear, Integer reportingIntervalMonths,
            Integer reviewIntervalMonths, String languages, String channel, Integer learningCycleMonths,
            Integer consultationIntervalMonths, String trustIndicators, Integer dialogueDays, Integer facilitationDays,
            Integer mediationDays, Integer steeringDays, String mediator, Integer durationMonths, Integer noticeMonths,
            ConsentRule consentToJoin, Renewal renewal, Integer renewalMonths, List<Contributed> contributions, String nameWording,
            String purposeWording, List<NumberedObjective> objectives, List<WorkArea> areas, String targetParticipants,
            String participationMode, List<AgreedStep> agenda, String annexTitle, String annexWording, List<String> concerned,
            String reason)
            implements GivenWordings, GivenTerms {

        Proposed proposed() {
            return new Proposed(version, subjects, wordings(), terms(), concerned.stream().map(OrganisationId::new)
                    .collect(Collectors.toSet()));
        }
    }
}
