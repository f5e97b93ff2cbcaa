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
import java.util.stream.Stream;

import org.commonground.foundation.NotFound;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.organisation.FlagService;
import org.commonground.organisation.OrganisationCard;
import org.commonground.organisation.OrganisationService;
import org.commonground.partnership.Link;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.SeatIn;
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
    private final CandidateQueries candidates;
    private final PartnershipService partnerships;
    private final OrganisationService organisations;
    private final FlagService flags;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    SelectionService(Selections selections, SelectionTables tables, CandidateQueries candidates, PartnershipService partnerships,
            OrganisationService organisations, FlagService flags, ApplicationEventPublisher facts, Clock clock) {
        this.selections = selections;
        this.tables = tables;
        this.candidates = candidates;
        this.partnerships = partnerships;
        this.organisations = organisations;
        this.flags = flags;
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
        NomineeList named = NomineeList.of(nominees, candidates.all(partnership), partnerships.neededRoles(partnership), registry::get,
                organisations::card);
        tables.nominate(selection.id(), named.fresh(), person);
        tables.ask(named.seats());
    }

    /** The needed roles that nobody waived, each with those of the registry who could take it. */
    public List<SoughtRole> soughtRoles(PartnershipId partnership) {
        List<Candidate> known = candidates.all(partnership);
        Set<OrganisationId> taken = known.stream().filter(not(Candidate::isUnnamed)).map(Candidate::organisation).collect(toSet());
        List<OrganisationCard> free = organisations.verified().stream().filter(card -> !taken.contains(card.id())).toList();
        return partnerships.neededRoles(partnership).stream().filter(needed -> needed.waiver() == null)
                .map(needed -> SoughtRole.among(needed, free, known)).toList();
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
            facts.publishEvent(new InvitationDeclined(partnership, organisation, why));
        }
    }

    @Transactional
    public void recordProfile(PartnershipId partnership, OrganisationId organisation, Profile profile, String person) {
        Nomination nomination = nomination(partnership, organisation);
        nomination.mayState();
        tables.keepProfile(nomination.id(), profile, person);
    }

    // What the coordinator makes of it

    /** @param doubt about the organisation, which the registry then looks into; or null */
    @Transactional
    public void assess(PartnershipId partnership, OrganisationId organisation, Assessment assessment, Doubt doubt, String person) {
        Nomination nomination = nomination(partnership, organisation);
        nomination.mayBeAssessed();
        tables.assess(nomination.id(), assessment, person);
        if (doubt != null) {
            flags.raise(organisation, doubt.level(), doubt.reason(), person, partnership);
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
    public void recordCommonGround(PartnershipId partnership, CommonGround ground, String person) {
        Selection selection = open(partnership);
        selection.mayChange();
        tables.keepCommonGround(selection.id(), ground, person);
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
        PartnerChoice choice = PartnerChoice.of(all.stream().filter(Candidate::isThere).toList(), decisions);
        choice.mayFound(partnerships.neededRoles(partnership), waivers.keySet(), partnerships.card(partnership).places());
        selection.choose(clock.instant());
        waivers.forEach((role, reason) -> partnerships.waive(partnership, role, reason, person));
        tables.decide(choice.byNomination(), person);
        selections.save(selection);
        choice.decided().forEach((candidate, decision) -> facts.publishEvent(decision.outcome() == PartnerFit.DECLINE
                ? new CandidateDeclined(partnership, candidate.organisation(), decision.reason())
                : new CandidateSelected(partnership, candidate.organisation(), decision.outcome(), decision.reason())));
        all.stream().filter(candidate -> candidate.state() == CandidateState.SILENT)
                .forEach(candidate -> facts.publishEvent(new CandidateDeclined(partnership, candidate.organisation(), candidate.remark())));
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
        facts.publishEvent(new SelectionEnded(partnership, asked, reason.strip()));
    }

    /** Makes the chosen candidates members, in their seats. May be repeated. */
    @Transactional
    public void seatPartners(PartnershipId partnership) {
        List<OrganisationId> present = partnerships.memberIds(partnership);
        Map<OrganisationId, Candidate> chosen = candidates.all(partnership).stream()
                .collect(toMap(Candidate::organisation, Function.identity()));
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
}
