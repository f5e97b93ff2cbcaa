package org.commonground.selection;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

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
import org.commonground.foundation.NotFound;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.organisation.OrganisationCard;
import org.commonground.organisation.OrganisationService;
import org.commonground.partnership.Leadership;
import org.commonground.partnership.Link;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Standing;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How partners find each other. All verbs concern the open selection of the partnership. */
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
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    SelectionService(Selections selections, SelectionTables tables, CandidateService candidates, PartnershipService partnerships,
            Leadership leadership, OrganisationService organisations, ApplicationEventPublisher facts, Clock clock) {
        this.selections = selections;
        this.tables = tables;
        this.candidates = candidates;
        this.partnerships = partnerships;
        this.leadership = leadership;
        this.organisations = organisations;
        this.facts = facts;
        this.clock = clock;
    }

    // Nominating

    /** Opens the selection with those who bring the others together: they are candidates like all others. May be repeated. */
    @Transactional
    public void nominateConveners(PartnershipId partnership, SearchPurpose purpose) {
        if (selections.findOpen(partnership.value()).isEmpty()) {
            Selection selection = selections.save(Selection.open(partnership, purpose, clock.instant()));
            tables.nominateConveners(selection.id(), partnerships.conveners(partnership));
        }
    }

    /**
     * Nominates organisations, each for one role or several, and names the roles of the conveners. In all, conveners included,
     * there are at least two candidates; nobody is nominated twice.
     */
    @Transactional
    public void nominate(PartnershipId partnership, List<Nominee> nominees, String person) {
        Selection selection = open(partnership);
        selection.mayChange();
        Map<OrganisationId, OrganisationCard> registry = organisations.verified().stream()
                .collect(toMap(OrganisationCard::id, Function.identity()));
        NomineeList named = NomineeList.of(nominees, candidates.candidates(partnership), partnerships.neededRoles(partnership),
                registry::get, organisations::card);
        tables.nominate(selection.id(), named.fresh(), person);
        tables.ask(named.seats());
    }

    /** The needed roles that nobody waived, each with those of the registry who could take it. */
    public List<SoughtRole> soughtRoles(PartnershipId partnership) {
        List<Candidate> known = candidates.candidates(partnership);
        Set<OrganisationId> taken = known.stream().filter(not(Candidate::isUnnamed)).map(Candidate::organisation).collect(toSet());
        List<OrganisationCard> free = organisations.verified().stream().filter(card -> !taken.contains(card.id())).toList();
        Map<OrganisationId, OrganisationCard> registry = organisations.cards(known.stream().map(Candidate::organisation).toList());
        return partnerships.neededRoles(partnership).stream().filter(needed -> needed.waiver() == null)
                .map(needed -> SoughtRole.among(needed, free, known, registry)).toList();
    }

    /** One of those who bring the others together states its profile, before anybody is invited. */
    @Transactional
    public void recordOwnProfile(PartnershipId partnership, OrganisationId organisation, Profile profile, String person) {
        candidates.recordProfile(partnership, organisation, profile, person);
    }

    // Choosing

    /** Keeps what the coordinator found when all profiles lay side by side. */
    @Transactional
    public void recordCommonGround(PartnershipId partnership, CommonGround ground, String person) {
        Selection selection = open(partnership);
        selection.mayChange();
        tables.keepCommonGround(selection.id(), ground, person);
    }

    /** What was found last; empty before. */
    public Optional<CommonGround> commonGround(PartnershipId partnership) {
        return tables.commonGround(open(partnership).id());
    }

    /**
     * Decides about every candidate that is there. Refused while a needed role or the local partner of a new area is missing, or
     * with fewer than two full partners. Those who are left out hear why, only now.
     *
     * @param decisions a role counts as taken where the registry knows the candidate at its level and in its area, or it is said how it
     *                  belongs there
     * @param waivers   needed roles that the partnership goes on without, and why
     */
    @Transactional
    public void choose(PartnershipId partnership, List<Decision> decisions, Map<UUID, String> waivers, String person) {
        Selection selection = open(partnership);
        selection.mayChange();
        List<Candidate> all = candidates.candidates(partnership);
        PartnerChoice choice = PartnerChoice.of(all.stream().filter(Candidate::isThere).toList(), decisions);
        choice.mayFound(partnerships.neededRoles(partnership), waivers.keySet(), partnerships.card(partnership).places(),
                organisations.cards(all.stream().map(Candidate::organisation).toList()));
        selection.choose(clock.instant());
        waivers.forEach((role, reason) -> partnerships.waive(partnership, role, reason, person));
        tables.decide(choice.byNomination(), person);
        selections.save(selection);
        choice.decided().forEach((candidate, decision) -> facts.publishEvent(decision.outcome() == PartnerFit.DECLINE
                ? new CandidateDeclined(partnership, candidate.organisation(), decision.reason())
                : new CandidateSelected(partnership, candidate.organisation(), decision.outcome(), decision.reason(),
                        decision.belongs())));
        all.stream().filter(candidate -> candidate.state() == CandidateState.SILENT)
                .forEach(candidate -> facts.publishEvent(new CandidateDeclined(partnership, candidate.organisation(), candidate.remark())));
    }

    /** There is no common ground: the partnership ends, and everybody who was asked hears why. */
    @Transactional
    public void endWithoutCommonGround(PartnershipId partnership, String reason, String person) {
        Selection selection = open(partnership);
        selection.mayChange();
        List<OrganisationId> asked = candidates.candidates(partnership).stream()
                .filter(candidate -> candidate.state() != CandidateState.DECLINED).map(Candidate::organisation).toList();
        partnerships.endWithoutCommonGround(partnership, reason, person);
        selection.close(clock.instant());
        selections.save(selection);
        facts.publishEvent(new SelectionEnded(partnership, asked, reason.strip()));
    }

    /** Makes the chosen candidates members, in their seats. Where who led is none of the partners, it leads no more. May be repeated. */
    @Transactional
    public void seatPartners(PartnershipId partnership) {
        List<OrganisationId> present = partnerships.memberIds(partnership);
        Map<OrganisationId, Candidate> chosen = candidates.candidates(partnership).stream()
                .collect(toMap(Candidate::organisation, Function.identity()));
        Map<OrganisationId, OrganisationCard> registry = organisations.cards(chosen.keySet());
        for (Decision decision : tables.decisions(open(partnership).id())) {
            Candidate candidate = chosen.get(decision.organisation());
            Standing standing = candidate.standing(decision.outcome());
            if (standing != null && !present.contains(decision.organisation())) {
                partnerships.admit(partnership, decision.organisation(), standing,
                        decision.seats(candidate, registry.get(decision.organisation())));
            }
        }
        leadership.keepAmongPartners(partnership);
    }

    /** Connects those who need to be in partnership with each other. With that the selection is over. */
    @Transactional
    public void drawWeb(PartnershipId partnership, List<Link> links) {
        Selection selection = open(partnership);
        Refusal.unless(selection.isChosen(), "The partners are not chosen yet.");
        partnerships.connect(partnership, links);
        selection.close(clock.instant());
        selections.save(selection);
    }

    private Selection open(PartnershipId partnership) {
        return selections.findOpen(partnership.value())
                .orElseThrow(() -> new NotFound("No partners are being looked for in %s.".formatted(partnership)));
    }
}
