package org.commonground.agreement.process;

import static org.commonground.agreement.process.AgreementVariables.negotiation;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.commonground.agreement.AgreementService;
import org.commonground.agreement.Change;
import org.commonground.agreement.Completeness;
import org.commonground.agreement.DraftingService;
import org.commonground.agreement.VersionCard;
import org.commonground.engine.Choice;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.foundation.Days;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.foundation.Words;
import org.commonground.negotiation.NegotiationId;
import org.commonground.negotiation.NegotiationService;
import org.commonground.negotiation.RoundService;
import org.commonground.negotiation.Topic;
import org.commonground.organisation.OrganisationService;
import org.commonground.partnership.PartnershipService;
import org.commonground.vision.FounderService;
import org.commonground.vision.OpenStep;
import org.springframework.stereotype.Component;

/** Whether a draft says all that it must, and may be signed. */
@Component
@For("coordinator")
class CheckAgreement implements Step<CheckAgreement.Shown, CheckAgreement.Given> {

    private static final String NOBODY = "nobody";

    private final AgreementService agreements;
    private final DraftingService drafting;
    private final NegotiationService negotiations;
    private final RoundService rounds;
    private final PartnershipService partnerships;
    private final FounderService founders;
    private final OrganisationService organisations;

    CheckAgreement(AgreementService agreements, DraftingService drafting, NegotiationService negotiations, RoundService rounds,
            PartnershipService partnerships, FounderService founders, OrganisationService organisations) {
        this.agreements = agreements;
        this.drafting = drafting;
        this.negotiations = negotiations;
        this.rounds = rounds;
        this.partnerships = partnerships;
        this.founders = founders;
        this.organisations = organisations;
    }

    @Override
    public Shown show(StepContext context) {
        VersionCard version = agreements.current(negotiation(context));
        Completeness score = drafting.score(version.negotiation());
        List<Change> changes = agreements.changes(version.partnership(), version.nr());
        List<OpenStep> open = drafting.openSteps(version.negotiation());
        return new Shown(version.nr(), version.form().label(), score.percent(), score.missing().stream()
                .map(one -> new Gap(one.question().label(), one.sentence())).toList(), score.isComplete(), changes, changes.isEmpty(),
                partnerships.gaps(version.partnership()).stream().map(role -> new Choice(role.inWords(), role.id().toString())).toList(),
                open.isEmpty(), open.stream().map(step -> LeftStep.of(step, organisations.card(step.item().who()).name())).toList(),
                takers(version.partnership()), topics(rounds.subjects(negotiation(context))),
                outcomes(version.negotiation()));
    }

    private List<Choice> outcomes(NegotiationId negotiation) {
        String ends = negotiations.card(negotiation).isMembership() ? "It ends here: nobody joins by this text, and everybody is told why"
                : "It ends here: what was agreed before holds, and everybody is told why";
        return List.of(new Choice("Release this version for signing", "release"),
                new Choice("Let it be drafted again, after something was mended", "draft"), drafting.isOnlyEnded(negotiation)
                        ? new Choice(ends, "end") : new Choice("Talk about some topics again: all partners are told why", "reopen"));
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
            case "end" -> drafting.end(negotiation(context), given.reason(), context.person());
            default -> mend(given, context);
        }
        context.set(AgreementVariables.AGREEMENT_RELEASED, given.outcome().equals("release"));
        context.set(AgreementVariables.TOPICS_REOPENED, Set.of("reopen", "end").contains(given.outcome()));
        context.set(AgreementVariables.AGREEMENT_SEALED, false);
    }

    private void mend(Given given, StepContext context) {
        given.waivers().forEach(waiver -> drafting.waive(negotiation(context), waiver.role(), waiver.reason(), context.person()));
        for (Settled step : given.steps() == null ? List.<Settled>of() : given.steps()) {
            if (NOBODY.equals(step.taker())) {
                drafting.drop(negotiation(context), step.nr(), step.words(), context.person());
            } else if (Words.maybe(step.taker()) != null) {
                drafting.handOver(negotiation(context), step.nr(), new OrganisationId(step.taker()), step.words(), context.person());
            } else {
                Refusal.unless(Words.maybe(step.words()) == null, "Please also say who takes the step over, or that it is dropped.");
            }
        }
    }

    private List<Choice> takers(PartnershipId partnership) {
        return Stream.concat(founders.names(partnership).entrySet().stream().map(one -> new Choice(one.getValue(), one.getKey().code())),
                Stream.of(new Choice("Nobody: the step is dropped", NOBODY))).toList();
    }

    record Gap(String question, String sentence) {
    }

    record Shown(int version, String form, int percent, List<Gap> missing, boolean complete, List<Change> changes, boolean unchanged,
            List<Choice> openRoles, boolean allOwned, List<LeftStep> steps, List<Choice> takers, List<Choice> topicChoices,
            List<Choice> outcomes) {
    }

    /** @param step what it is, by when, and whose it was */
    record LeftStep(int nr, String step) {

        static LeftStep of(OpenStep open, String was) {
            return new LeftStep(open.nr(), "%s, by %s (was the part of %s)".formatted(open.item().what(),
                    Days.inWords(open.item().byWhen()), was));
        }
    }

    /** @param taker code of a partner, that nobody takes it over, or nothing while it stays open */
    record Settled(Integer nr, String taker, String words) {
    }

    record Waiver(UUID role, String reason) {
    }

    record Given(Integer version, String outcome, List<Waiver> waivers, List<Settled> steps, Set<Topic> topics, String reason) {
    }
}
