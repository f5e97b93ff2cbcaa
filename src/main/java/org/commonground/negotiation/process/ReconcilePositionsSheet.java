package org.commonground.negotiation.process;

import static org.commonground.negotiation.process.NegotiationVariables.negotiation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.commonground.engine.Choice;
import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
import org.commonground.foundation.OrganisationId;
import org.commonground.negotiation.NegotiationId;
import org.commonground.negotiation.NegotiationService;
import org.commonground.negotiation.OpenTopic;
import org.commonground.negotiation.Terms;
import org.springframework.stereotype.Component;

@Component
class ReconcilePositionsSheet implements Sheet<ReconcilePositionsSheet.Shown> {

    private final NegotiationService negotiations;

    ReconcilePositionsSheet(NegotiationService negotiations) {
        this.negotiations = negotiations;
    }

    @Override
    public Shown read(StepContext context) {
        NegotiationId id = negotiation(context);
        Map<OrganisationId, String> names = negotiations.names(id);
        List<OpenTopic> contested = negotiations.openTopics(id).stream().filter(OpenTopic::isContested).toList();
        List<Choice> silentTwice = Said.choices(negotiations.silentTwice(id), names);
        Terms terms = negotiations.terms(id);
        return new Shown(negotiations.card(id).round(), Said.aloud(contested, names), Said.names(negotiations.silent(id), names),
                negotiations.mediations(id).stream().map(one -> new Talk(one.mediator(), one.heldOn(), one.settled() ? "Yes" : "Not yet", one.outcome())).toList(),
                contested.stream().map(one -> new Row(one.topic().number(), one.topic().inWords(), one.wording())).toList(),
                contested.stream().map(one -> one.topic().key()).toList(), silentTwice, !silentTwice.isEmpty(),
                terms.decisionRule() == null ? null : terms.decisionRule().key(), terms.meetingsPerYear(), terms.reportingIntervalMonths(),
                terms.reviewIntervalMonths(), terms.languages(), terms.channel(), terms.learningCycleMonths(), terms.consultationIntervalMonths(),
                String.join("\n", terms.trustIndicators()), TermWords.rung(terms, 0), TermWords.rung(terms, 1), TermWords.rung(terms, 2),
                TermWords.rung(terms, 3), terms.mediator(), terms.durationMonths(), terms.noticeMonths(),
                terms.consentToJoin() == null ? null : terms.consentToJoin().key(), terms.renewal(),
                terms.contributions().stream().map(Contributed::of).toList(), Contributed.choices(negotiations.seats(id), names));
    }

    record Talk(String mediator, LocalDate heldOn, String settled, String outcome) {
    }

    record Row(int number, String title, String wording) {
    }

    /** @param contested keys of the topics whose words and terms may change; the terms follow as they are now */
    record Shown(int round, List<Said> said, String silent, List<Talk> talks, List<Row> topics, List<String> contested, List<Choice> silentTwice,
            boolean someSilentTwice, String decisionRule, Integer meetingsPerYear, Integer reportingIntervalMonths, Integer reviewIntervalMonths,
            String languages, String channel, Integer learningCycleMonths, Integer consultationIntervalMonths, String trustIndicators,
            Integer dialogueDays, Integer facilitationDays, Integer mediationDays, Integer steeringDays, String mediator,
            Integer durationMonths, Integer noticeMonths, String consentToJoin, String renewal, List<Contributed> contributions, List<Choice> seats) {
    }
}
