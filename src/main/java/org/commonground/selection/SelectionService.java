package org.commonground.selection;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.commonground.foundation.Words.said;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import org.commonground.foundation.Fact;
import org.commonground.foundation.Level;
import org.commonground.foundation.NotFound;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.organisation.OrganisationCard;
import org.commonground.organisation.OrganisationService;
import org.commonground.partnership.Link;
import org.commonground.partnership.NeededRole;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Place;
import org.commonground.partnership.SeatIn;
import org.commonground.partnership.Standing;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How partners find each other. All verbs concern the open selection of the partnership. */
@Service
public class SelectionService {

    /** A partnership has partners, not a partner. */
    private static final int FEWEST = 2;

    private final Selections selections;
    private final SelectionTables tables;
    private final CandidateQueries candidates;
    private final PartnershipService partnerships;
    private final OrganisationService organisations;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    SelectionService(Selections selections, SelectionTables tables, CandidateQueries candidates, PartnershipService partnerships,
            OrganisationService organisations, ApplicationEventPublisher facts, Clock clock) {
        this.selections = selections;
        this.tables = tables;
        this.candidates = candidates;
        this.partnerships = partnerships;
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
        Map<OrganisationId, Candidate> known = byOrganisation(candidates.all(partnership));
        Map<OrganisationId, OrganisationCard> registry = organisations.verified().stream()
                .collect(toMap(OrganisationCard::id, Function.identity()));
        Map<UUID, NeededRole> needed = partnerships.neededRoles(partnership).stream()
                .collect(toMap(NeededRole::id, Function.identity(), (one, same) -> one, LinkedHashMap::new));
        Map<OrganisationId, List<SeatIn>> asked = new LinkedHashMap<>();
        for (Nominee nominee : nominees) {
            Candidate before = known.get(nominee.organisation());
            // Whoever brings the others together is a candidate already, whatever became of its registration.
            OrganisationCard card = before == null ? registry.get(nominee.organisation()) : organisations.card(nominee.organisation());
            String name = card == null ? nominee.organisation().code() : card.name();
            Refusal.unless(!asked.containsKey(nominee.organisation()),
                    "%s stands there twice. Please name it once, with all the roles it is asked for.".formatted(name));
            Refusal.unless(before == null || isUnnamed(before), "%s is a candidate already.".formatted(name));
            Refusal.unless(card != null, "%s is not verified in the registry, so it cannot be nominated yet.".formatted(name));
            List<SeatIn> seats = seatsFor(nominee, card, needed);
            Refusal.unless(!seats.isEmpty(), "Please say for which role %s is asked.".formatted(name));
            asked.put(nominee.organisation(), seats);
        }
        String unnamed = known.values().stream().filter(SelectionService::isUnnamed).filter(convener -> !asked.containsKey(convener.organisation()))
                .map(Candidate::name).collect(joining(" and "));
        Refusal.unless(unnamed.isEmpty(), "%s brings this partnership together. Please also name its role.".formatted(unnamed));
        Map<UUID, Nominee> fresh = nominees.stream().filter(nominee -> !known.containsKey(nominee.organisation()))
                .collect(toMap(nominee -> UUID.randomUUID(), Function.identity()));
        Refusal.unless(known.size() + fresh.size() >= FEWEST, "A partnership needs at least two candidates. Please nominate another organisation.");
        tables.nominate(selection.id(), fresh, person);
        Map<UUID, List<SeatIn>> rows = new LinkedHashMap<>();
        fresh.forEach((nomination, nominee) -> rows.put(nomination, asked.get(nominee.organisation())));
        known.values().stream().filter(candidate -> asked.containsKey(candidate.organisation()))
                .forEach(candidate -> rows.put(candidate.nomination(), asked.get(candidate.organisation())));
        tables.ask(rows);
    }

    private static boolean isUnnamed(Candidate candidate) {
        return candidate.convener() && candidate.asked().isEmpty();
    }

    private static List<SeatIn> seatsFor(Nominee nominee, OrganisationCard card, Map<UUID, NeededRole> needed) {
        Refusal.unless(needed.keySet().containsAll(nominee.neededRoles()), "The needed roles have changed. Please open the form again.");
        Stream<SeatIn> asNeeded = needed.values().stream().filter(role -> nominee.neededRoles().contains(role.id()))
                .map(NeededRole::seat);
        // Where nobody asked for a level, the organisation's widest one is meant.
        Level widest = card.levels().stream().min(Comparator.naturalOrder()).orElse(Level.NATIONAL);
        Stream<SeatIn> further = nominee.furtherRoles().stream().sorted().map(role -> new SeatIn(role, widest, null, null));
        return Stream.concat(asNeeded, further).distinct().toList();
    }

    /** The needed roles that nobody waived, each with those of the registry who could take it. */
    public List<SoughtRole> soughtRoles(PartnershipId partnership) {
        List<Candidate> known = candidates.all(partnership);
        Set<OrganisationId> taken = known.stream().filter(not(SelectionService::isUnnamed)).map(Candidate::organisation).collect(toSet());
        List<OrganisationCard> free = organisations.verified().stream().filter(card -> !taken.contains(card.id())).toList();
        return partnerships.neededRoles(partnership).stream().filter(needed -> needed.waiver() == null)
                .map(needed -> new SoughtRole(needed, suggestions(needed, free), known.stream()
                        .filter(candidate -> candidate.asked().stream().anyMatch(needed::isMetBy)).map(Candidate::name).toList()))
                .toList();
    }

    private static List<OrganisationCard> suggestions(NeededRole needed, List<OrganisationCard> cards) {
        return cards.stream().filter(card -> card.roles().contains(needed.role()))
                .sorted(Comparator.comparing((OrganisationCard card) -> fitsPlace(needed, card)).reversed()).toList();
    }

    /** The level counts more than the area: who never worked at that level cannot, in whatever area. */
    private static int fitsPlace(NeededRole needed, OrganisationCard card) {
        return (card.levels().contains(needed.level()) ? 2 : 0)
                + (needed.area() == null || card.areas().stream().anyMatch(needed.area()::equalsIgnoreCase) ? 1 : 0);
    }

    // What a candidate says

    /** @param reason why it declines; null when it accepts */
    @Transactional
    public void answerInvitation(PartnershipId partnership, OrganisationId organisation, boolean accepted, String reason, String person) {
        Nomination nomination = nomination(partnership, organisation);
        nomination.mayAnswer();
        String why = accepted ? null : said(reason, "Please say why you decline, so that the others understand.");
        tables.answer(nomination.id(), accepted, why, person);
        if (!accepted) {
            tell(new InvitationDeclined(partnership, organisation, why));
        }
    }

    @Transactional
    public void stateProfile(PartnershipId partnership, OrganisationId organisation, Profile profile, String person) {
        Nomination nomination = nomination(partnership, organisation);
        nomination.mayState();
        tables.state(nomination.id(), profile, person);
    }

    // What the coordinator makes of it

    /** @param doubt about the organisation, which the registry then looks into; or null */
    @Transactional
    public void assess(PartnershipId partnership, OrganisationId organisation, Assessment assessment, Doubt doubt, String person) {
        Nomination nomination = nomination(partnership, organisation);
        nomination.mayBeAssessed();
        tables.assess(nomination.id(), assessment, person);
        if (doubt != null) {
            organisations.raiseFlag(organisation, doubt.level(), doubt.reason(), person, partnership);
        }
    }

    /** Keeps what the decision table says of the candidate. */
    @Transactional
    public void rate(PartnershipId partnership, OrganisationId organisation, PartnerFit outcome, String reason) {
        Nomination nomination = nomination(partnership, organisation);
        nomination.mayBeRated();
        tables.rate(nomination.id(), outcome, reason);
    }

    /** Says what the decision table left open. */
    @Transactional
    public void judge(PartnershipId partnership, OrganisationId organisation, PartnerFit outcome, String judgement, String person) {
        Refusal.unless(outcome != PartnerFit.COORDINATOR_DECIDES, "The table leaves it to you: please choose one of the four.");
        String why = said(judgement, "Please say why: the sentence stands beside the fit when partners are selected.");
        Refusal.unless(tables.judge(candidate(partnership, organisation).nomination(), outcome, why, person),
                "Nothing is left open about this candidate.");
    }

    /** Goes on without a candidate that does not answer. It reads the reason once partners are chosen. */
    @Transactional
    public void goOnWithout(PartnershipId partnership, OrganisationId organisation, String reason) {
        Nomination nomination = nomination(partnership, organisation);
        nomination.mayBeLeftOut();
        tables.leaveOut(nomination.id(), said(reason, "Please say why you go on without it: the organisation will read it."));
    }

    /** Keeps what the coordinator found when all profiles lay side by side. */
    @Transactional
    public void findCommonGround(PartnershipId partnership, CommonGround ground, String person) {
        Selection selection = open(partnership);
        selection.mayChange();
        tables.find(selection.id(), ground, person);
    }

    /** What was found last; empty before. */
    public Optional<CommonGround> commonGround(PartnershipId partnership) {
        return tables.commonGround(open(partnership).id());
    }

    // Choosing

    /**
     * Decides about every candidate that is there. Refused while a needed role or the local partner of a new area is missing, or
     * with fewer than two full partners. Those who are left out hear why, only now.
     *
     * @param waivers needed roles that the partnership goes on without, and why
     */
    @Transactional
    public void choose(PartnershipId partnership, List<Decision> decisions, Map<UUID, String> waivers, String person) {
        Selection selection = open(partnership);
        selection.mayChange();
        List<Candidate> all = candidates.all(partnership);
        Map<Candidate, Decision> decided = decided(all.stream().filter(Candidate::isThere).toList(), decisions);
        List<SeatIn> seats = decided.entrySet().stream().filter(one -> one.getKey().standing(one.getValue().outcome()) == Standing.PARTNER)
                .flatMap(one -> one.getKey().seats(one.getValue().outcome()).stream()).toList();
        expectCovered(partnership, seats, waivers);
        Refusal.unless(decided.entrySet().stream().filter(one -> one.getKey().standing(one.getValue().outcome()) == Standing.PARTNER).count() >= FEWEST,
                "A partnership has at least two full partners. Please include another candidate, or look for more.");
        selection.choose(clock.instant());
        waivers.forEach((role, reason) -> partnerships.waive(partnership, role, reason, person));
        Map<UUID, Decision> rows = new LinkedHashMap<>();
        decided.forEach((candidate, decision) -> rows.put(candidate.nomination(), decision));
        tables.decide(rows, person);
        selections.save(selection);
        decided.forEach((candidate, decision) -> tell(decision.outcome() == PartnerFit.DECLINE
                ? new CandidateDeclined(partnership, candidate.organisation(), decision.reason())
                : new CandidateSelected(partnership, candidate.organisation(), decision.outcome(), decision.reason())));
        all.stream().filter(candidate -> candidate.state() == CandidateState.SILENT)
                .forEach(candidate -> tell(new CandidateDeclined(partnership, candidate.organisation(), candidate.remark())));
    }

    private static Map<Candidate, Decision> decided(List<Candidate> there, List<Decision> decisions) {
        Map<OrganisationId, Candidate> known = byOrganisation(there);
        Map<Candidate, Decision> decided = new LinkedHashMap<>();
        for (Decision decision : decisions) {
            Candidate candidate = known.get(decision.organisation());
            Refusal.unless(candidate != null, "%s is no candidate that could be chosen. Please open the form again.".formatted(decision.organisation()));
            Refusal.unless(decided.put(candidate, decision) == null, "There are two decisions about %s. Please keep one.".formatted(candidate.name()));
            Refusal.unless(decision.outcome() != PartnerFit.COORDINATOR_DECIDES, "Please decide about %s.".formatted(candidate.name()));
            Refusal.unless(decision.reason() != null || decision.outcome() != PartnerFit.DECLINE,
                    "Please say why %s is declined: it will read the reason.".formatted(candidate.name()));
            Refusal.unless(decision.reason() != null || decision.outcome() == candidate.fit().recommended(),
                    "The fit of %s is “%s”. Please say why you decide otherwise.".formatted(candidate.name(), candidate.fit().recommended().label()));
        }
        String open = there.stream().filter(not(decided::containsKey)).map(Candidate::name).collect(joining(", "));
        Refusal.unless(open.isEmpty(), "Please also decide about %s.".formatted(open));
        return decided;
    }

    private void expectCovered(PartnershipId partnership, List<SeatIn> seats, Map<UUID, String> waivers) {
        List<NeededRole> needed = partnerships.neededRoles(partnership);
        List<String> missing = new ArrayList<>();
        Set<UUID> unknown = new HashSet<>(waivers.keySet());
        for (NeededRole role : needed) {
            boolean waived = unknown.remove(role.id());
            boolean taken = seats.stream().anyMatch(role::isMetBy);
            Refusal.unless(!waived || !taken, "“%s” is taken, so it needs no waiver. Please remove that line.".formatted(role.inWords()));
            if (!taken && !waived && role.waiver() == null) {
                missing.add(role.inWords());
            }
        }
        Refusal.unless(unknown.isEmpty(), "The needed roles have changed. Please open the form again.");
        Refusal.unless(missing.isEmpty(), "Still missing: %s. Choose a candidate for it, look for more candidates, or go on without it and say why."
                .formatted(String.join("; ", missing)));
        String strange = partnerships.card(partnership).places().stream().filter(not(Place::workedBefore))
                .filter(place -> seats.stream().noneMatch(place::isHomeOf)).map(Place::name).collect(joining(", "));
        Refusal.unless(strange.isEmpty(), ("Still missing: a local partner in %s. The work is new there, and somebody local must adapt it: "
                + "choose one, or look for more candidates.").formatted(strange));
    }

    /** There is no common ground: the partnership ends, and everybody who was asked hears why. */
    @Transactional
    public void endWithoutCommonGround(PartnershipId partnership, String reason, String person) {
        Selection selection = open(partnership);
        selection.mayChange();
        List<OrganisationId> asked = candidates.all(partnership).stream().filter(candidate -> candidate.state() != CandidateState.DECLINED)
                .map(Candidate::organisation).toList();
        partnerships.endWithoutCommonGround(partnership, reason, person);
        selection.close(clock.instant());
        selections.save(selection);
        tell(new SelectionEnded(partnership, asked, reason.strip()));
    }

    /** Makes the chosen candidates members, in their seats. May be repeated. */
    @Transactional
    public void seatPartners(PartnershipId partnership) {
        List<OrganisationId> present = partnerships.memberIds(partnership);
        Map<OrganisationId, Candidate> chosen = byOrganisation(candidates.all(partnership));
        for (Decision decision : tables.decisions(open(partnership).id())) {
            Candidate candidate = chosen.get(decision.organisation());
            Standing standing = candidate.standing(decision.outcome());
            if (standing != null && !present.contains(decision.organisation())) {
                partnerships.admit(partnership, decision.organisation(), standing, candidate.seats(decision.outcome()));
            }
        }
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

    // What sheets and diagrams ask

    /** Everybody who was asked, the conveners first. */
    public List<Candidate> candidates(PartnershipId partnership) {
        return candidates.all(partnership);
    }

    public Candidate candidate(PartnershipId partnership, OrganisationId organisation) {
        return candidates.one(partnership, organisation).orElseThrow(SelectionService::noCandidate);
    }

    /** The conveners who stated their profile, which all candidates may see. */
    public List<Convener> statedConveners(PartnershipId partnership) {
        return candidates.conveners(partnership);
    }

    /** What the organisation stated when it joined, also after the selection is over; empty where it stated none. */
    public Optional<Profile> profile(PartnershipId partnership, OrganisationId organisation) {
        return candidates.profile(partnership, organisation);
    }

    /** The seats that the organisation is asked for. */
    public List<SeatIn> asked(PartnershipId partnership, OrganisationId organisation) {
        return candidates.asked(partnership, organisation);
    }

    /** Codes of the conveners whose profile is awaited. */
    public List<String> silentConveners(PartnershipId partnership) {
        return candidates.codes(partnership, List.of(CandidateState.ACCEPTED), true);
    }

    /** Codes of the candidates who are not rated yet and may still be. */
    public List<String> openCandidates(PartnershipId partnership) {
        return candidates.codes(partnership, Stream.of(CandidateState.values()).filter(CandidateState::isOpen).toList(), false);
    }

    /** What those who stated a profile expect of the others, by the profile that came last, also when the selection is over. */
    public List<Expectation> expectations(PartnershipId partnership) {
        return candidates.expectations(partnership);
    }

    public boolean isIn(PartnershipId partnership, OrganisationId organisation, CandidateState state) {
        return candidates.isIn(partnership, organisation, state);
    }

    private static Map<OrganisationId, Candidate> byOrganisation(List<Candidate> candidates) {
        return candidates.stream().collect(toMap(Candidate::organisation, Function.identity(), (one, same) -> one, LinkedHashMap::new));
    }

    private Selection open(PartnershipId partnership) {
        return selections.findOpen(partnership.value())
                .orElseThrow(() -> new NotFound("No partners are being looked for in %s.".formatted(partnership)));
    }

    private Nomination nomination(PartnershipId partnership, OrganisationId organisation) {
        return candidates.nomination(partnership, organisation).orElseThrow(SelectionService::noCandidate);
    }

    private static NotFound noCandidate() {
        return new NotFound("There is no such candidate in this selection.");
    }

    private void tell(Fact fact) {
        facts.publishEvent(fact);
    }
}
