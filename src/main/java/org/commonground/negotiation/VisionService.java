package org.commonground.negotiation;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.commonground.foundation.Words.maybe;
import static org.commonground.foundation.Words.said;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.commonground.candidate.CandidateService;
import org.commonground.candidate.Expectation;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the parties see together: first each for itself and what it can do for the others, then one shared vision with its agenda. */
@Service
public class VisionService {

    private final Negotiations negotiations;
    private final NegotiationTables tables;
    private final NegotiationQueries queries;
    private final CandidateService candidates;
    private final ApplicationEventPublisher facts;

    VisionService(Negotiations negotiations, NegotiationTables tables, NegotiationQueries queries, CandidateService candidates,
            ApplicationEventPublisher facts) {
        this.negotiations = negotiations;
        this.tables = tables;
        this.queries = queries;
        this.candidates = candidates;
        this.facts = facts;
    }

    // Each for itself

    /** What a party sees, and hopes for itself. It may say so anew while the visions are collected; the last one counts. */
    @Transactional
    public void shareVision(NegotiationId id, OrganisationId party, String words, String hopes, String person) {
        negotiations.get(id).mayShareVision();
        queries.expectParty(id, party);
        tables.shareVision(id, new VisionStatement(party, said(words, "Please say what we can do together, and how."),
                said(hopes, "Please say what you hope for your own organisation."), null), person);
    }

    public List<VisionStatement> visions(NegotiationId id) {
        return queries.visions(id);
    }

    /** Those whose vision is awaited. */
    public List<OrganisationId> silentVisionaries(NegotiationId id) {
        List<OrganisationId> silent = new ArrayList<>(queries.parties(id));
        visions(id).forEach(vision -> silent.remove(vision.organisation()));
        return silent;
    }

    /** Whether a party can meet what the others said they expect. It may answer anew; the last answer counts. */
    @Transactional
    public void answerExpectations(NegotiationId id, OrganisationId party, List<ExpectationAnswer> answers, String person) {
        negotiations.get(id).mayGoOn();
        queries.expectParty(id, party);
        Set<OrganisationId> expecting = expectationsOfOthers(id, party).stream().map(Expectation::organisation).collect(toSet());
        Refusal.unless(answers.stream().map(ExpectationAnswer::expecting).collect(toSet()).equals(expecting)
                && answers.size() == expecting.size(),
                "Please answer what each of the other partners expects. Open the form again if one of them is missing.");
        Refusal.unless(answers.stream().noneMatch(answer -> answer.ability() != Ability.CAN && maybe(answer.words()) == null),
                "Where you can meet an expectation only in part, or not, please say what is possible.");
        tables.answerExpectations(id, party, answers.stream()
                .map(answer -> new ExpectationAnswer(answer.expecting(), answer.ability(), maybe(answer.words()))).toList(), person);
    }

    /** What the other parties said they expect of the others. */
    public List<Expectation> expectationsOfOthers(NegotiationId id, OrganisationId party) {
        return expectations(id).stream().filter(one -> !one.organisation().equals(party)).toList();
    }

    /** Every answer to an expectation, with the expectation. */
    public List<MetExpectation> expectationAnswers(NegotiationId id) {
        Map<OrganisationId, String> expectations = expectations(id).stream()
                .collect(toMap(Expectation::organisation, Expectation::words, (one, same) -> one));
        return queries.expectationAnswers(id).stream().map(answer -> new MetExpectation(answer.expecting(),
                expectations.get(answer.expecting()), answer.organisation(), answer.ability(), answer.words(), answer.changedOn()))
                .toList();
    }

    /** Those who did not say whether they can meet what the others expect. */
    public List<OrganisationId> silentOnExpectations(NegotiationId id) {
        Set<OrganisationId> expecting = expectations(id).stream().map(Expectation::organisation).collect(toSet());
        Set<OrganisationId> answered = queries.expectationAnswers(id).stream().map(MetExpectation::organisation).collect(toSet());
        return queries.parties(id).stream().filter(not(answered::contains))
                .filter(party -> expecting.stream().anyMatch(not(party::equals))).toList();
    }

    private List<Expectation> expectations(NegotiationId id) {
        List<OrganisationId> parties = queries.parties(id);
        return candidates.expectations(negotiations.get(id).partnership()).stream().filter(one -> parties.contains(one.organisation()))
                .toList();
    }

    // Together

    /** Puts a shared vision to the parties. Where the words are the same as before, only those are asked who have not endorsed them. */
    @Transactional
    public void draftVision(NegotiationId id, String words, List<AgendaItem> agenda, String person) {
        Negotiation negotiation = negotiations.get(id);
        negotiation.mayDraftVision();
        String vision = said(words, "Please write the shared vision.");
        Refusal.unless(!agenda.isEmpty(), "Please write at least one step of the agenda: what, who, by when, with what.");
        List<OrganisationId> parties = queries.parties(id);
        agenda.forEach(item -> Refusal.unless(parties.contains(item.who()),
                "“%s”: %s is no partner in this negotiation.".formatted(item.what(), item.who())));
        SharedVision before = vision(id).orElse(null);
        boolean anew = before == null || !before.words().equals(vision) || !before.agenda().equals(agenda);
        negotiation.askToEndorse(anew);
        negotiations.save(negotiation);
        if (anew) {
            tables.draftVision(id, negotiation.vision(), vision, agenda, person);
        }
        tables.ask(id, negotiation.asking(), negotiation.vision(), null,
                parties.stream().filter(party -> anew || !before.endorsedBy().contains(party)).toList());
    }

    /** The newest shared vision, endorsed or not; empty before the first draft. */
    public Optional<SharedVision> vision(NegotiationId id) {
        int newest = visionNumber(id);
        return newest == 0 ? Optional.empty() : queries.vision(id, newest);
    }

    /** The agenda of action of the newest shared vision, without what else belongs to it. */
    public List<AgendaItem> agenda(NegotiationId id) {
        return queries.agenda(id, visionNumber(id));
    }

    /** The number of the newest shared vision, 0 before the first draft. */
    public int visionNumber(NegotiationId id) {
        return negotiations.get(id).vision();
    }

    /** Whether it begins a partnership, and its vision is not endorsed yet. */
    public boolean wantsVision(NegotiationId id) {
        return negotiations.get(id).wantsVision();
    }

    /** @param seen the number of the vision that the party saw */
    @Transactional
    public void endorse(NegotiationId id, OrganisationId party, int seen, String person) {
        tables.reply(id, endorsing(id, party, seen).asking(), party, true, null, person);
    }

    /** @param seen the number of the vision that the party saw */
    @Transactional
    public void askForChange(NegotiationId id, OrganisationId party, int seen, String words, String person) {
        String wish = said(words, "Please say what should be changed.");
        tables.reply(id, endorsing(id, party, seen).asking(), party, false, wish, person);
    }

    private Negotiation endorsing(NegotiationId id, OrganisationId party, int seen) {
        Negotiation negotiation = negotiations.get(id);
        negotiation.mayAnswerVision(seen);
        Refusal.unless(queries.isAsked(id, negotiation.asking(), party), "Your organisation is not asked about the vision this time.");
        return negotiation;
    }

    /** What parties wanted to be changed when they were asked last. */
    public Map<OrganisationId, String> wishes(NegotiationId id) {
        return queries.wishes(id, negotiations.get(id).asking());
    }

    /** Looks at what came in: whether every party endorses the vision. If so, all are told. */
    @Transactional
    public boolean tallyEndorsements(NegotiationId id) {
        Negotiation negotiation = negotiations.get(id);
        List<OrganisationId> parties = queries.parties(id);
        boolean endorsed = negotiation.tallyEndorsements(parties, vision(id).map(SharedVision::endorsedBy).orElse(List.of()));
        negotiations.save(negotiation);
        if (endorsed) {
            facts.publishEvent(new VisionEndorsed(negotiation.partnership(), id, parties));
        }
        return endorsed;
    }
}
