package org.commonground.selection;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.commonground.foundation.Words.said;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import org.commonground.candidate.Candidate;
import org.commonground.candidate.CandidateService;
import org.commonground.candidate.CandidateState;
import org.commonground.candidate.PartnerFit;
import org.commonground.candidate.Profile;
import org.commonground.candidate.Search;
import org.commonground.foundation.NotFound;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.organisation.Neutrality;
import org.commonground.organisation.OrganisationCard;
import org.commonground.organisation.OrganisationService;
import org.commonground.partnership.Coverage;
import org.commonground.partnership.Leadership;
import org.commonground.partnership.Link;
import org.commonground.partnership.NeededRole;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Phase;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How partners find each other: those who found a partnership, and later those who join it or take the place of who left. All verbs concern
 * one open search.
 */
@Service
public class SelectionService {

    /** A partnership has partners, not a partner. */
    static final int FEWEST = 2;

    private final Selections selections;
    private final SelectionTables tables;
    private final CandidateService candidates;
    private final PartnershipService partnerships;
    private final Leadership leadership;
    private final OrganisationService organisations;
    private final Neutrality neutrality;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    SelectionService(Selections selections, SelectionTables tables, CandidateService candidates, PartnershipService partnerships,
            Leadership leadership, OrganisationService organisations, Neutrality neutrality, ApplicationEventPublisher facts,
            Clock clock) {
        this.selections = selections;
        this.tables = tables;
        this.candidates = candidates;
        this.partnerships = partnerships;
        this.leadership = leadership;
        this.organisations = organisations;
        this.neutrality = neutrality;
        this.facts = facts;
        this.clock = clock;
    }

    // Opening

    /**
     * Opens a search. In the one that founds the partnership those who bring the others together are candidates like all others. May be
     * repeated.
     */
    @Transactional
    public void openSearch(Search search, SearchPurpose purpose) {
        if (isOpened(search)) {
            return;
        }
        Selection selection = selections.save(Selection.open(search, purpose, clock.instant()));
        if (search.isFounding()) {
            tables.nominateConveners(selection.id(), partnerships.conveners(search.partnership()));
        }
    }

    private boolean isOpened(Search search) {
        return search.isFounding() ? selections.findOpen(search.key()).isPresent() : selections.knows(search.matter());
    }

    /** Why partners are looked for in it. */
    public SearchPurpose purpose(Search search) {
        return open(search).purpose();
    }

    // Nominating

    /**
     * Nominates organisations, each for one role or several, and names the roles of the conveners. Where a partnership is founded there are
     * in all, conveners included, at least two candidates. Nobody is nominated twice, and no member is.
     */
    @Transactional
    public void nominate(Search search, List<Nominee> nominees, String person) {
        Selection selection = open(search);
        selection.mayChange();
        expectUnderWay(search);
        if (!search.isFounding()) {
            // Two searches that would ask the same organisation at one moment do so one after the other.
            partnerships.oneAtATime(search.partnership());
        }
        List<Candidate> known = candidates.candidates(search);
        Map<OrganisationId, OrganisationCard> registry = organisations.verified().stream()
                .collect(toMap(OrganisationCard::id, Function.identity()));
        NomineeList named = NomineeList.of(nominees, known, taken(search), partnerships.neededRoles(search.partnership()), registry::get,
                organisations::card);
        int all = known.size() + named.fresh().size();
        Refusal.unless(!search.isFounding() || all >= FEWEST,
                "A partnership needs at least two candidates. Please nominate another organisation.");
        Refusal.unless(all > 0, "Please nominate at least one organisation.");
        tables.nominate(selection.id(), named.fresh(), person);
        tables.ask(named.seats());
        neutrality.tell(search.partnership(), nominees.stream().map(Nominee::organisation).toList(), search.isFounding()
                ? partnerships.conveners(search.partnership()) : partnerships.memberIds(search.partnership()), false);
    }

    private NomineeList.Taken taken(Search search) {
        return search.isFounding() ? new NomineeList.Taken(Set.of(), Set.of())
                : new NomineeList.Taken(Set.copyOf(partnerships.memberIds(search.partnership())), tables.elsewhere(search).keySet());
    }

    /** Organisations of the registry that can still be nominated. */
    public List<OrganisationCard> nominable(Search search) {
        NomineeList.Taken taken = taken(search);
        Set<OrganisationId> known = candidates.candidates(search).stream().map(Candidate::organisation).collect(toSet());
        return organisations.verified().stream().filter(card -> !known.contains(card.id()) && taken.isFree(card.id())).toList();
    }

    /**
     * The needed roles for which somebody is looked for, each with those of the registry who could take it: those that nobody waived, and
     * where somebody is replaced only those that nobody takes.
     */
    public List<SoughtRole> soughtRoles(Search search) {
        List<Candidate> known = candidates.candidates(search);
        NomineeList.Taken taken = taken(search);
        Set<OrganisationId> named = known.stream().filter(not(Candidate::isUnnamed)).map(Candidate::organisation).collect(toSet());
        List<OrganisationCard> free = organisations.verified().stream()
                .filter(card -> !named.contains(card.id()) && taken.isFree(card.id())).toList();
        Map<OrganisationId, OrganisationCard> registry = organisations.cards(known.stream().map(Candidate::organisation).toList());
        RolesToFill roles = rolesToFill(open(search));
        return roles.sought().stream().map(needed -> SoughtRole.among(needed, free, known, registry, roles.there())).toList();
    }

    private RolesToFill rolesToFill(Selection selection) {
        Search search = selection.search();
        return new RolesToFill(selection.purpose(), partnerships.neededRoles(search.partnership()), search.isFounding()
                ? new Coverage(Map.of(), Map.of()) : partnerships.lastingCoverage(search.partnership()), tables.elsewhere(search));
    }

    /** One of those who bring the others together states its profile, before anybody is invited. */
    @Transactional
    public void recordOwnProfile(Search search, OrganisationId organisation, Profile profile, String person) {
        candidates.recordProfile(search, organisation, profile, person);
    }

    // Choosing

    /** Keeps what the coordinator found when all profiles lay side by side. */
    @Transactional
    public void recordCommonGround(Search search, CommonGround ground, String person) {
        Selection selection = open(search);
        selection.mayChange();
        tables.keepCommonGround(selection.id(), ground, person);
    }

    /** What was found last; empty before. */
    public Optional<CommonGround> commonGround(Search search) {
        return tables.commonGround(open(search).id());
    }

    /** What the founding partners have in common, as it was found before they were chosen; empty where nobody looked. */
    public Optional<CommonGround> commonGround(PartnershipId partnership) {
        return tables.foundingGround(partnership);
    }

    /** All needed roles as they stand before partners are chosen. */
    public List<Need> needs(Search search) {
        RolesToFill roles = rolesToFill(open(search));
        return roles.needed().stream()
                .map(role -> new Need(role, roles.there().takers(role).stream().map(Coverage.Taker::inWords).toList())).toList();
    }

    /** @param takers names of the members who take it from now on */
    public record Need(NeededRole role, List<String> takers) {
    }

    /**
     * Decides about every candidate that is there. Refused while a needed role or the local partner of a new area is missing, where a
     * partnership is founded with fewer than two full partners, and where it is under way with nobody who joins. Those who are left out
     * hear why, only now.
     *
     * @param decisions a role counts as taken where the registry knows the candidate at its level and in its area, or it is said how it
     *                  belongs there
     * @param waivers   needed roles that the partnership goes on without, and why
     */
    @Transactional
    public void choose(Search search, List<Decision> decisions, Map<UUID, String> waivers, String person) {
        Selection selection = open(search);
        selection.mayChange();
        expectUnderWay(search);
        PartnershipId partnership = search.partnership();
        List<Candidate> all = candidates.candidates(search);
        PartnerChoice choice = PartnerChoice.of(all.stream().filter(Candidate::isThere).toList(), decisions);
        choice.mayBe(rolesToFill(selection), all, waivers.keySet(), partnerships.card(partnership).places(),
                organisations.cards(all.stream().map(Candidate::organisation).toList()));
        selection.choose(clock.instant());
        waivers.forEach((role, reason) -> partnerships.waive(partnership, role, reason, person));
        tables.decide(choice.byNomination(), person);
        selections.save(selection);
        choice.decided().forEach((candidate, decision) -> facts.publishEvent(decision.outcome() == PartnerFit.DECLINE
                ? new CandidateDeclined(partnership, candidate.organisation(), decision.reason())
                : new CandidateSelected(partnership, candidate.organisation(), decision.outcome(), !search.isFounding(), decision.reason(),
                        decision.belongs())));
        all.stream().filter(candidate -> candidate.state() == CandidateState.SILENT)
                .forEach(candidate -> facts.publishEvent(new CandidateDeclined(partnership, candidate.organisation(), candidate.remark())));
    }

    /** Nobody joins a partnership that ends. */
    private void expectUnderWay(Search search) {
        Refusal.unless(search.isFounding() || partnerships.card(search.partnership()).phase().isBefore(Phase.CLOSING),
                "This partnership moves on, and nobody joins it any more.");
    }

    /** Nobody fits: the search ends, everybody who was asked hears why, and the partnership goes on as it is. */
    @Transactional
    public void endJoining(Search search, String reason) {
        Selection selection = open(search);
        selection.mayChange();
        end(selection, said(reason, "Please say why nobody joins: everybody who was asked will read it."));
    }

    /** The partners end the partnership while others are looked for, or have just been chosen: everybody who was asked hears why. */
    @Transactional
    public void endFounding(PartnershipId partnership, String reason, String person) {
        Optional<Selection> selection = selections.findOpen(Search.founding(partnership).key());
        List<OrganisationId> asked = selection.map(this::waiting).orElse(List.of());
        partnerships.endWithoutCommonGround(partnership, reason, person);
        selection.ifPresent(one -> {
            close(one);
            facts.publishEvent(new SelectionEnded(partnership, asked, reason.strip()));
        });
    }

    // Those who are chosen

    /** Makes the chosen candidates members, in their seats. Where who led is none of the partners, it leads no more. May be repeated. */
    @Transactional
    public void seatPartners(PartnershipId partnership) {
        List<OrganisationId> present = partnerships.memberIds(partnership);
        chosen(open(Search.founding(partnership))).stream().filter(one -> !present.contains(one.organisation()))
                .forEach(one -> partnerships.admit(partnership, one.organisation(), one.standing(), one.seats()));
        leadership.keepAmongPartners(partnership);
    }

    /** Who was chosen in the search of this matter; nobody while nobody is, and nobody once it was ended. */
    public List<ChosenCandidate> chosen(PartnershipId partnership, UUID matter) {
        return selections.findOpen(new Search(partnership, matter).key()).map(this::chosen).orElse(List.of());
    }

    private List<ChosenCandidate> chosen(Selection selection) {
        Map<OrganisationId, Candidate> known = candidates.candidates(selection.search()).stream()
                .collect(toMap(Candidate::organisation, Function.identity()));
        Map<OrganisationId, OrganisationCard> registry = organisations.cards(known.keySet());
        return tables.decisions(selection.id()).stream().filter(decision -> decision.outcome() != PartnerFit.DECLINE)
                .map(decision -> ChosenCandidate.of(known.get(decision.organisation()), decision, registry.get(decision.organisation())))
                .toList();
    }

    /** Connects those who need to be in partnership with each other. With that the founding search is over. */
    @Transactional
    public void drawWeb(PartnershipId partnership, List<Link> links) {
        Selection selection = open(Search.founding(partnership));
        Refusal.unless(selection.isChosen(), "The partners are not chosen yet.");
        partnerships.connect(partnership, links);
        close(selection);
    }

    /** Closes the search of this matter: those who were chosen in it are in, or know that they are not. May be repeated. */
    @Transactional
    public void closeSearch(UUID matter) {
        selections.findOpen(matter.toString()).ifPresent(this::close);
    }

    /** Ends the search of this matter where it is still open: what it was for is overtaken, and who waits hears why. May be repeated. */
    @Transactional
    public void endSearch(UUID matter, String reason) {
        selections.findOpen(matter.toString()).ifPresent(selection -> end(selection, reason));
    }

    private void end(Selection selection, String reason) {
        List<OrganisationId> waiting = waiting(selection);
        close(selection);
        facts.publishEvent(new SearchEnded(selection.search().partnership(), waiting, reason));
    }

    /** Who does not know yet what becomes of it: once partners are chosen only these, the others have heard it. */
    private List<OrganisationId> waiting(Selection selection) {
        return selection.isChosen() ? chosen(selection).stream().map(ChosenCandidate::organisation).toList()
                : candidates.candidates(selection.search()).stream().filter(candidate -> candidate.state() != CandidateState.DECLINED)
                .map(Candidate::organisation).toList();
    }

    private void close(Selection selection) {
        selection.close(clock.instant());
        selections.save(selection);
    }

    private Selection open(Search search) {
        return selections.findOpen(search.key())
                .orElseThrow(() -> new NotFound("No partners are being looked for in %s.".formatted(search.partnership())));
    }
}
