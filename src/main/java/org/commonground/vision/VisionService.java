package org.commonground.vision;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.commonground.foundation.Words.maybe;
import static org.commonground.foundation.Words.said;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.commonground.candidate.CandidateService;
import org.commonground.candidate.Expectation;
import org.commonground.document.Alphabet;
import org.commonground.foundation.Days;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.partnership.MendedAims;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Phase;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the partners see together: first each for itself and what it can do for the others, then one shared vision with its agenda. */
@Service
public class VisionService {

    private final Visions visions;
    private final VisionTables tables;
    private final VisionQueries queries;
    private final FounderService founders;
    private final CandidateService candidates;
    private final PartnershipService partnerships;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    VisionService(Visions visions, VisionTables tables, VisionQueries queries, FounderService founders, CandidateService candidates,
            PartnershipService partnerships, ApplicationEventPublisher facts, Clock clock) {
        this.visions = visions;
        this.tables = tables;
        this.queries = queries;
        this.founders = founders;
        this.candidates = candidates;
        this.partnerships = partnerships;
        this.facts = facts;
        this.clock = clock;
    }

    // Each for itself

    /** From now on the partners say what they see. May be repeated. */
    @Transactional
    public void open(PartnershipId partnership) {
        if (visions.findById(partnership.value()).isEmpty()) {
            partnerships.enter(partnership, Phase.NEGOTIATING);
            visions.save(Vision.open(partnership, clock.instant()));
        }
    }

    /**
     * What a partner sees, and hopes for itself. It may say so anew while the visions are collected; the last one counts.
     *
     * @param aimsWish what it would mend in the aims; null where they are right as they stand
     */
    @Transactional
    public void shareVision(PartnershipId partnership, OrganisationId partner, String words, String hopes, String aimsWish,
            String person) {
        visions.get(partnership).mayBeShared();
        queries.expectPartner(partnership, partner);
        tables.shareVision(partnership, new VisionStatement(partner, said(words, "Please say what we can do together, and how."),
                said(hopes, "Please say what you hope for your own organisation."), maybe(aimsWish), null), person);
    }

    public List<VisionStatement> visions(PartnershipId partnership) {
        return queries.visions(partnership);
    }

    /** Those whose vision is awaited. */
    public List<OrganisationId> silentVisionaries(PartnershipId partnership) {
        List<OrganisationId> silent = new ArrayList<>(queries.partners(partnership));
        visions(partnership).forEach(vision -> silent.remove(vision.organisation()));
        return silent;
    }

    /** Whether a partner can meet what the others said they expect. It may answer anew; the last answer counts. */
    @Transactional
    public void answerExpectations(PartnershipId partnership, OrganisationId partner, List<ExpectationAnswer> answers, String person) {
        visions.get(partnership).mayGoOn();
        queries.expectPartner(partnership, partner);
        Set<OrganisationId> expecting = expectationsOfOthers(partnership, partner).stream().map(Expectation::organisation)
                .collect(toSet());
        Refusal.unless(answers.stream().map(ExpectationAnswer::expecting).collect(toSet()).equals(expecting)
                && answers.size() == expecting.size(),
                "Please answer what each of the other partners expects. Open the form again if one of them is missing.");
        Refusal.unless(answers.stream().noneMatch(answer -> answer.ability() != Ability.CAN && maybe(answer.words()) == null),
                "Where you can meet an expectation only in part, or not, please say what is possible.");
        tables.answerExpectations(partnership, partner, answers.stream()
                .map(answer -> new ExpectationAnswer(answer.expecting(), answer.ability(), maybe(answer.words()))).toList(), person);
    }

    /** Whether a partner can meet what those expect who would join. It may answer again another time; the last answer counts. */
    @Transactional
    public void answerNewcomers(PartnershipId partnership, OrganisationId partner, List<ExpectationAnswer> answers, String person) {
        answers.forEach(answer -> {
            Refusal.unless(answer.ability() != null, "Please say whether you can meet what it expects.");
            Refusal.unless(answer.ability() == Ability.CAN || maybe(answer.words()) != null,
                    "Where you can meet an expectation only in part, or not, please say what is possible.");
        });
        tables.answerNewcomers(partnership, partner, answers, person);
    }

    /** What was answered so far to who would join, of those who are partners now. */
    public List<MetExpectation> answersTo(PartnershipId partnership, OrganisationId newcomer) {
        return queries.answersTo(partnership, newcomer);
    }

    /** What the other partners said they expect of the others. */
    public List<Expectation> expectationsOfOthers(PartnershipId partnership, OrganisationId partner) {
        return expectations(partnership).stream().filter(one -> !one.organisation().equals(partner)).toList();
    }

    /** Every answer to an expectation, with the expectation. */
    public List<MetExpectation> expectationAnswers(PartnershipId partnership) {
        Map<OrganisationId, String> expectations = expectations(partnership).stream()
                .collect(toMap(Expectation::organisation, Expectation::words, (one, same) -> one));
        return queries.expectationAnswers(partnership).stream().map(answer -> new MetExpectation(answer.expecting(),
                expectations.get(answer.expecting()), answer.organisation(), answer.ability(), answer.words(), answer.changedOn()))
                .toList();
    }

    /** Those who did not say whether they can meet what the others expect. */
    public List<OrganisationId> silentOnExpectations(PartnershipId partnership) {
        Set<OrganisationId> expecting = expectations(partnership).stream().map(Expectation::organisation).collect(toSet());
        Set<OrganisationId> answered = queries.expectationAnswers(partnership).stream().map(MetExpectation::organisation)
                .collect(toSet());
        return queries.partners(partnership).stream().filter(not(answered::contains))
                .filter(partner -> expecting.stream().anyMatch(not(partner::equals))).toList();
    }

    private List<Expectation> expectations(PartnershipId partnership) {
        List<OrganisationId> partners = queries.partners(partnership);
        return candidates.expectations(partnership).stream().filter(one -> partners.contains(one.organisation())).toList();
    }

    // Together

    /**
     * Puts a shared vision to the partners, with the aims. Where all of it is the same as before, only those are asked who have not
     * endorsed it.
     *
     * @param aims become those of the partnership once every partner has endorsed them
     */
    @Transactional
    public void draftVision(PartnershipId partnership, String words, List<AgendaItem> agenda, MendedAims aims, String person) {
        Vision vision = visions.get(partnership);
        vision.mayBeDrafted();
        String drafted = said(words, "Please write the shared vision.");
        Alphabet.expectPrintable("The shared vision", drafted);
        Alphabet.expectPrintable("The aims", aims.purpose(), aims.targetParticipants(), aims.participationMode());
        aims.objectives().forEach(one -> Alphabet.expectPrintable("The objectives", one.wording(), one.indicator(), one.baseline(),
                one.target()));
        agenda.forEach(step -> Alphabet.expectPrintable("The agenda", step.what(), step.with()));
        Refusal.unless(!agenda.isEmpty(), "Please write at least one step of the agenda: what, who, by when, with what.");
        List<OrganisationId> partners = queries.partners(partnership);
        agenda.forEach(item -> Refusal.unless(partners.contains(item.who()),
                "“%s”: %s is no partner in this partnership.".formatted(item.what(), item.who())));
        expectWithinHorizon(partnership, agenda);
        SharedVision before = vision(partnership).orElse(null);
        boolean anew = before == null || !before.says(drafted, agenda, aims);
        vision.askToEndorse(anew);
        visions.save(vision);
        if (anew) {
            tables.draft(partnership, vision.draft(), drafted, agenda, aims, person);
        }
        tables.ask(partnership, vision.asking(), vision.draft(),
                partners.stream().filter(partner -> anew || !before.endorsedBy().contains(partner)).toList());
    }

    /** How long the partnership lasts is agreed later; the aims say of how many months was thought. */
    private void expectWithinHorizon(PartnershipId partnership, List<AgendaItem> agenda) {
        Integer horizon = partnerships.card(partnership).horizonMonths();
        LocalDate proposed = partnerships.proposedOn(partnership);
        for (AgendaItem step : agenda) {
            Refusal.unless(!step.byWhen().isBefore(proposed), "“%s”: %s lies before the day the partnership was proposed, %s.".formatted(
                    step.what(), Days.inWords(step.byWhen()), Days.inWords(proposed)));
            LocalDate last = horizon == null ? step.byWhen() : LocalDate.now(clock).plusMonths(horizon);
            Refusal.unless(!step.byWhen().isAfter(last),
                    "“%s”: %s is later than the %d months of which the aims speak; from today they end on %s."
                    .formatted(step.what(), Days.inWords(step.byWhen()), horizon, Days.inWords(last)));
        }
    }

    /** The newest shared vision, endorsed or not; empty before the first draft. */
    public Optional<SharedVision> vision(PartnershipId partnership) {
        return queries.vision(partnership, draftNumber(partnership));
    }

    /** The aims that the newest shared vision carries; before the first, those with which partners were looked for. */
    public MendedAims aims(PartnershipId partnership) {
        return vision(partnership).map(SharedVision::aims).orElseGet(() -> MendedAims.of(partnerships.card(partnership)));
    }

    /** The agenda of action of the newest shared vision, without what else belongs to it. */
    public List<AgendaItem> agenda(PartnershipId partnership) {
        return queries.newestAgenda(partnership);
    }

    /** The number of the newest draft, 0 before the first. */
    public int draftNumber(PartnershipId partnership) {
        return visions.findById(partnership.value()).map(Vision::draft).orElse(0);
    }

    /** Whether every partner endorsed it, so that the topics can be talked about. */
    public boolean isEndorsed(PartnershipId partnership) {
        return visions.findById(partnership.value()).map(Vision::isEndorsed).orElse(false);
    }

    /** @param seen the number of the draft that the partner saw */
    @Transactional
    public void endorse(PartnershipId partnership, OrganisationId partner, int seen, String person) {
        tables.reply(partnership, askedAbout(partnership, partner, seen), partner, true, null, person);
    }

    /** Lets a partner that came after the vision was endorsed endorse it, too: it read it, and joined. May be repeated. */
    @Transactional
    public void endorseLater(PartnershipId partnership, OrganisationId partner, String person) {
        Vision vision = visions.get(partnership);
        if (vision.isEndorsed() && !queries.isAsked(partnership, vision.asking(), partner)) {
            tables.alsoAsk(partnership, vision.asking(), List.of(partner));
            tables.reply(partnership, vision.asking(), partner, true, null, person);
        }
    }

    /** @param seen the number of the draft that the partner saw */
    @Transactional
    public void askForChange(PartnershipId partnership, OrganisationId partner, int seen, String words, String person) {
        String wish = said(words, "Please say what should be changed.");
        tables.reply(partnership, askedAbout(partnership, partner, seen), partner, false, wish, person);
    }

    /** @return the number of the asking. Who joined since it began is asked with it */
    private int askedAbout(PartnershipId partnership, OrganisationId partner, int seen) {
        Vision vision = visions.get(partnership);
        vision.mayBeAnswered(seen);
        if (!queries.isAsked(partnership, vision.asking(), partner)) {
            Refusal.unless(queries.unanswered(partnership, vision.asking()).contains(partner),
                    "Your organisation is not asked about the vision this time.");
            tables.alsoAsk(partnership, vision.asking(), List.of(partner));
        }
        return vision.asking();
    }

    /** What partners wanted to be changed when they were asked last. */
    public Map<OrganisationId, String> wishes(PartnershipId partnership) {
        return queries.wishes(partnership, visions.get(partnership).asking());
    }

    /** Looks at what came in: whether every partner endorses the vision. If so, all are told; where too few are left, it ends. */
    @Transactional
    public boolean tallyEndorsements(PartnershipId partnership) {
        Vision vision = visions.get(partnership);
        List<OrganisationId> partners = queries.partners(partnership);
        SharedVision shared = vision(partnership).orElse(null);
        boolean endorsed = vision.tally(partners, shared == null ? List.of() : shared.endorsedBy());
        visions.save(vision);
        if (endorsed) {
            List<MendedAims.Mended> mended = shared.aims().since(MendedAims.of(partnerships.card(partnership)));
            partnerships.mendAims(partnership, shared.aims());
            facts.publishEvent(new VisionEndorsed(partnership, partners, mended));
        } else if (!founders.goOn(partnership)) {
            founders.end(partnership);
        }
        return endorsed;
    }
}
