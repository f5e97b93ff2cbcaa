package org.commonground.agreement.process;

import static org.commonground.agreement.process.AgreementVariables.negotiation;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.commonground.agreement.AgreementService;
import org.commonground.agreement.Change;
import org.commonground.agreement.Completeness;
import org.commonground.agreement.DraftingService;
import org.commonground.agreement.VersionCard;
import org.commonground.engine.Choice;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.negotiation.RoundService;
import org.commonground.negotiation.Topic;
import org.commonground.partnership.PartnershipService;
import org.springframework.stereotype.Component;

/** Whether a draft says all that it must, and may be signed. */
@Component
@For("coordinator")
class CheckAgreement implements Step<CheckAgreement.Shown, CheckAgreement.Given> {

    private final AgreementService agreements;
    private final DraftingService drafting;
    private final RoundService rounds;
    private final PartnershipService partnerships;

    CheckAgreement(AgreementService agreements, DraftingService drafting, RoundService rounds, PartnershipService partnerships) {
        this.agreements = agreements;
        this.drafting = drafting;
        this.rounds = rounds;
        this.partnerships = partnerships;
    }

    @Override
    public Shown show(StepContext context) {
        VersionCard version = agreements.current(negotiation(context));
        Completeness score = drafting.score(version.negotiation());
        List<Change> changes = agreements.changes(version.partnership(), version.nr());
        return new Shown(version.nr(), version.form().label(), score.percent(), score.missing().stream()
                .map(one -> new Gap(one.question().label(), one.sentence())).toList(), score.isComplete(), changes, changes.isEmpty(),
                partnerships.gaps(version.partnership()).stream().map(role -> new Choice(role.inWords(), role.id().toString())).toList(),
                topics(rounds.subjects(negotiation(context))));
    }

    /** Those that were negotiated: only they can be opened again. */
    static List<Choice> topics(List<Topic> negotiated) {
        return negotiated.stream().map(one -> new Choice(one.inWords(), one.key())).toList();
    }

    @Override
    public void take(Given given, StepContext context) {
        switch (given.outcome()) {
            case "release" -> drafting.release(negotiation(context), given.version(), context.person());
            case "reopen" -> drafting.reopen(negotiation(context), given.topics(), given.reason(), context.person());
            default -> given.waivers().forEach(waiver -> drafting.waive(negotiation(context), waiver.role(), waiver.reason(),
                    context.person()));
        }
        context.set(AgreementVariables.AGREEMENT_RELEASED, given.outcome().equals("release"));
        context.set(AgreementVariables.TOPICS_REOPENED, given.outcome().equals("reopen"));
        context.set(AgreementVariables.AGREEMENT_SEALED, false);
    }

    record Gap(String question, String sentence) {
    }

    record Shown(int version, String form, int percent, List<Gap> missing, boolean complete, List<Change> changes, boolean unchanged,
            List<Choice> openRoles, List<Choice> topicChoices) {
    }

    record Waiver(UUID role, String reason) {
    }

    record Given(Integer version, String outcome, List<Waiver> waivers, Set<Topic> topics, String reason) {
    }
}
