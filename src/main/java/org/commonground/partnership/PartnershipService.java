package org.commonground.partnership;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.toSet;
import static org.commonground.foundation.Words.said;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.commonground.document.Alphabet;
import org.commonground.foundation.Level;
import org.commonground.foundation.NotFound;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.organisation.Areas;
import org.commonground.organisation.OrganisationCard;
import org.commonground.organisation.OrganisationService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What can be done with a partnership, and what can be asked about it. */
@Service
public class PartnershipService {

    private final Partnerships partnerships;
    private final AimsTable aimsTable;
    private final NeededRoles neededRoles;
    private final Members members;
    private final CaseNumbers caseNumbers;
    private final OrganisationService organisations;
    private final Leadership leadership;
    private final Areas areas;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    PartnershipService(Partnerships partnerships, AimsTable aimsTable, NeededRoles neededRoles, Members members, CaseNumbers caseNumbers,
            OrganisationService organisations, Leadership leadership, Areas areas, ApplicationEventPublisher facts, Clock clock) {
        this.partnerships = partnerships;
        this.aimsTable = aimsTable;
        this.neededRoles = neededRoles;
        this.members = members;
        this.caseNumbers = caseNumbers;
        this.organisations = organisations;
        this.leadership = leadership;
        this.areas = areas;
        this.facts = facts;
        this.clock = clock;
    }

    /** Opens a partnership in the name of the organisation that the person belongs to, and numbers it. */
    @Transactional
    public PartnershipId propose(FirstProposal proposal, String person) {
        return propose(proposal, organisations.organisationOf(person), person);
    }

    /** Opens a partnership in the name of a verified organisation, and numbers it. */
    @Transactional
    public PartnershipId propose(FirstProposal proposal, OrganisationId proposer, String person) {
        OrganisationCard card = organisations.card(proposer);
        Refusal.unless(card.verified(),
                ("%s is not verified yet, or its registration has expired. It can propose a partnership as soon as the coordinator "
                        + "has verified it.").formatted(card.name()));
        PartnershipId id = caseNumbers.next();
        partnerships.save(Partnership.proposed(id, proposal, proposer, person, clock.instant()));
        facts.publishEvent(new PartnershipProposed(id, proposal.title(), proposer, person));
        return id;
    }

    /** The day on which it was proposed: nothing of the partnership is older. */
    public LocalDate proposedOn(PartnershipId id) {
        return find(id).proposedOn();
    }

    /** The time for which an agreement of so many months holds when it is sealed today. */
    public Term termFromToday(PartnershipId id, int months) {
        return new Term(proposedOn(id), LocalDate.now(clock), months, false);
    }

    private static void expectPrintable(Aims aims) {
        Alphabet.expectPrintable("The aims", aims.purpose(), aims.targetParticipants(), aims.participationMode(), aims.newChallenge(),
                aims.expertise());
        aims.objectives().forEach(one -> Alphabet.expectPrintable("The objectives", one.wording(), one.indicator(), one.baseline(),
                one.target()));
        aims.places().forEach(place -> Alphabet.expectPrintable("The areas", place.name()));
    }

    /**
     * Says what the partnership is for, and who shall lead it: people who name their own organisation agree by that, any other is asked
     * first. Once: later the aims change by amendment only.
     */
    @Transactional
    public void clarifyAims(PartnershipId id, Aims aims, String person) {
        Partnership partnership = find(id);
        expectPrintable(aims);
        partnership.clarify(aims);
        boolean leads = leadership.nameIn(partnership, aims.lead(), person);
        Map<String, Place> places = new LinkedHashMap<>();
        for (Place place : aims.places()) {
            Refusal.unless(places.put(areas.named(place.name(), place.level()), place) == null,
                    "The area “%s” stands there twice, spelled differently. Please keep one of them.".formatted(place.name()));
        }
        partnerships.save(partnership);
        aimsTable.write(id, aims.objectives(), places);
        facts.publishEvent(new AimsClarified(id, partnership.proposer(), aims.lead(), leads, person));
    }

    /**
     * Lets an amendment change what the partnership is called and for. What was reported of an objective stays with its number. May be
     * repeated. Refused before it is in force and once it is closed.
     */
    @Transactional
    public void amendAims(PartnershipId id, ChangedAims aims) {
        Partnership partnership = find(id);
        Map<String, Place> places = new LinkedHashMap<>();
        aims.places().forEach(place -> places.put(areas.named(place.name(), place.level()), place));
        if (ChangedAims.of(card(id)).equals(aims)) {
            return;
        }
        partnership.amend(aims);
        partnerships.save(partnership);
        aimsTable.change(id, aims.objectives(), places, LocalDate.now(clock));
    }

    /**
     * Gives it the aims that all founding partners endorsed with their vision. May be repeated. Refused before they negotiate, and once
     * they have agreed: then it takes an amendment.
     */
    @Transactional
    public void mendAims(PartnershipId id, MendedAims aims) {
        Partnership partnership = find(id);
        if (!MendedAims.of(card(id)).equals(aims)) {
            partnership.mend(aims);
            partnerships.save(partnership);
            aimsTable.replace(id, aims.objectives());
        }
    }

    /** Objectives that an amendment gave up, each with the day. */
    public Map<NumberedObjective, LocalDate> givenUpObjectives(PartnershipId id) {
        return aimsTable.givenUp(id);
    }

    /**
     * Keeps the roles that the aims call for, one for each area where a rule asks for that; rules that ask for the same role
     * at the same level and place become one, with all their reasons. From then on partners are looked for.
     */
    @Transactional
    public void determineNeededRoles(PartnershipId id, List<RoleRule> rules) {
        Partnership partnership = find(id);
        partnership.lookForPartners();
        List<Place> places = aimsTable.places(id);
        Map<List<Object>, NeededRole> needed = new LinkedHashMap<>();
        rules.stream().flatMap(rule -> rule.roles(places))
                .forEach(role -> needed.merge(Arrays.asList(role.role(), role.level(), role.area()), role, NeededRole::and));
        Refusal.unless(!needed.isEmpty(), "The decision about needed roles asks for nobody. A process designer has to mend it.");
        neededRoles.add(id, List.copyOf(needed.values()));
        partnerships.save(partnership);
    }

    /** Everything that was said about it so far. */
    public PartnershipCard card(PartnershipId id) {
        Partnership partnership = find(id);
        return partnership.hasAims() ? partnership.card(aimsTable.objectives(id), aimsTable.places(id))
                : partnership.card(List.of(), List.of());
    }

    /** Its title and phase; empty when there is none. */
    public Optional<PartnershipTitle> title(PartnershipId id) {
        return partnerships.title(id.value());
    }

    /** The organisation in whose name it was proposed. */
    public OrganisationId proposer(PartnershipId id) {
        return find(id).proposer();
    }

    /** The organisations that bring the others together: the proposer, and the lead where that is another one. */
    public List<OrganisationId> conveners(PartnershipId id) {
        Partnership partnership = find(id);
        return Stream.of(partnership.proposer(), partnership.lead()).filter(Objects::nonNull).distinct().toList();
    }

    /** The roles its aims call for, waived ones too, in the order of the rules. */
    public List<NeededRole> neededRoles(PartnershipId id) {
        return neededRoles.of(id);
    }

    /** The needed roles that no member takes and that nobody waived. */
    public List<NeededRole> gaps(PartnershipId id) {
        Coverage coverage = coverage(id);
        return neededRoles(id).stream().filter(needed -> needed.waiver() == null).filter(not(coverage::isTaken)).toList();
    }

    /** Who takes which role today, judged by the registry. */
    public Coverage coverage(PartnershipId id) {
        Map<OrganisationId, List<SeatIn>> seats = new LinkedHashMap<>();
        memberIds(id).forEach(member -> seats.put(member, new ArrayList<>()));
        seats(id).forEach(held -> seats.get(held.organisation()).add(held.seat()));
        return new Coverage(seats, organisations.cards(seats.keySet()));
    }

    /** Who takes which role from now on: as today, without those who have given notice. */
    public Coverage lastingCoverage(PartnershipId id) {
        return coverage(id).without(leaving(id).keySet());
    }

    /** Lets the partnership go on without a role it needs. The reason will be printed in the agreement. */
    @Transactional
    public void waive(PartnershipId id, UUID neededRole, String reason, String person) {
        find(id).mayChange();
        NeededRole needed = neededRoles(id).stream().filter(role -> role.id().equals(neededRole)).findFirst()
                .orElseThrow(() -> new NotFound("This partnership does not need such a role."));
        String why = said(reason, "Please say why the partnership can do without “%s”: the reason is printed in the agreement."
                .formatted(needed.inWords()));
        Refusal.unless(neededRoles.waive(neededRole, why, person, clock.instant()),
                "“%s” was waived already: %s".formatted(needed.inWords(), needed.waiver()));
    }

    /**
     * Makes the organisation a member from today on.
     *
     * @param seats at least one; of an ally only seats in the role of ally
     */
    @Transactional
    public void admit(PartnershipId id, OrganisationId organisation, Standing standing, List<SeatIn> seats) {
        find(id).maySeat();
        Refusal.unless(!memberIds(id).contains(organisation), "%s is a member of this partnership already.".formatted(organisation));
        Member member = Member.from(LocalDate.now(clock), organisation, standing, seats);
        Set<String> areaNames = aimsTable.places(id).stream().map(Place::name).collect(toSet());
        for (SeatIn seat : seats) {
            Refusal.unless(seat.area() == null || areaNames.contains(seat.area()),
                    "“%s” is no area of this partnership.".formatted(seat.area()));
        }
        members.add(id, member, seats, clock.instant());
    }

    /** Ends a membership today: its seats are empty from then on, and its connections are gone. */
    @Transactional
    public void leave(PartnershipId id, OrganisationId organisation, String reason, String person) {
        find(id).mayChange();
        Refusal.unless(memberIds(id).contains(organisation), "%s is no member of this partnership.".formatted(organisation));
        String why = said(reason, "Please say why: all other partners will read it.");
        members.leave(id, organisation, LocalDate.now(clock));
        facts.publishEvent(new PartnerLeft(id, organisation));
        leadership.keepAmongPartners(id);
    }

    /** Keeps that a full partner leaves on this day: until then it belongs to it, but takes on nothing new. */
    @Transactional
    public void announceLeaving(PartnershipId id, OrganisationId organisation, LocalDate day) {
        Refusal.unless(members.announce(id, organisation, day),
                "%s is no full partner, or has given notice already.".formatted(organisation));
    }

    /** It stays after all. Does nothing where it never said that it leaves. */
    @Transactional
    public void stay(PartnershipId id, OrganisationId organisation) {
        members.stay(id, organisation);
    }

    /** Those who have given notice and are still there, each with its day. */
    public Map<OrganisationId, LocalDate> leaving(PartnershipId id) {
        return members.leaving(id);
    }

    /** Refuses those who have given notice: what is new goes to others. */
    public void expectStaying(PartnershipId id, Collection<OrganisationId> named) {
        Map<OrganisationId, LocalDate> leaving = leaving(id);
        named.stream().filter(leaving::containsKey).findFirst().ifPresent(one -> {
            throw new Refusal(Members.leaves(one, leaving.get(one)));
        });
    }

    /** Until the transaction ends nobody else leaves: two who leave at one moment do so one after the other. */
    @Transactional
    public void oneAtATime(PartnershipId id) {
        members.hold(id);
    }

    /** Who belongs to it now, in the order of joining. */
    public List<Member> members(PartnershipId id) {
        return members.of(id);
    }

    /** The organisations that belong to it now, in the order of joining. */
    public List<OrganisationId> memberIds(PartnershipId id) {
        return members.ids(id);
    }

    /** Its full partners now, in the order of joining: those who take part, decide and sign. Allies do not. */
    public List<OrganisationId> partners(PartnershipId id) {
        return members.partners(id);
    }

    /** Those who joined after this moment: what was begun before does not ask them. */
    public List<OrganisationId> joinedAfter(PartnershipId id, Instant moment) {
        return members.joinedAfter(id, moment);
    }

    /** Who leads it; empty while another is looked for. */
    public Optional<OrganisationId> presentLead(PartnershipId id) {
        return Optional.ofNullable(find(id).lead());
    }

    /** This organisation as long as it belongs to it, and who leads it as long as that one does: each once. */
    public List<OrganisationId> presentWithLead(PartnershipId id, OrganisationId organisation) {
        List<OrganisationId> present = memberIds(id);
        return Stream.of(organisation, find(id).lead()).filter(Objects::nonNull).filter(present::contains).distinct().toList();
    }

    /** The seats its members hold now. */
    public List<HeldSeat> seats(PartnershipId id) {
        return members.seats(id);
    }

    /** Connects members two by two: all of the connections, or none where one is refused. */
    @Transactional
    public void connect(PartnershipId id, List<Link> links) {
        find(id).mayChange();
        Set<OrganisationId> present = Set.copyOf(memberIds(id));
        Set<List<Object>> known = new HashSet<>();
        links(id).forEach(link -> known.add(ends(link)));
        for (Link link : links) {
            for (OrganisationId end : List.of(link.one(), link.other())) {
                Refusal.unless(present.contains(end),
                        "%s is no member of this partnership. Connections are between members.".formatted(end));
            }
            Refusal.unless(known.add(ends(link)),
                    "%s and %s are connected at %s level already. Please say in one line all that this connection is about."
                    .formatted(link.one(), link.other(), link.level().key()));
        }
        members.connect(id, links);
    }

    private static List<Object> ends(Link link) {
        return List.of(link.one(), link.other(), link.level());
    }

    /** Who needs to be in partnership with whom. */
    public List<Link> links(PartnershipId id) {
        return members.links(id);
    }

    /** Goes on to a later phase; from the negotiation on a partnership has at least two full partners. */
    @Transactional
    public void enter(PartnershipId id, Phase phase) {
        Partnership partnership = find(id);
        partnership.enter(phase, partners(id).size());
        partnerships.save(partnership);
    }

    /** Ends it before it is in force. Everybody who was asked hears the reason. */
    @Transactional
    public void endWithoutCommonGround(PartnershipId id, String reason, String person) {
        Partnership partnership = find(id);
        String why = said(reason, "Please say why there is no common ground: everybody who was asked will read it.");
        partnership.end(why);
        partnerships.save(partnership);
        facts.publishEvent(new NoCommonGroundFound(id, partnership.proposer(), why, person));
    }

    /** Ends it for good, after it has moved on. */
    @Transactional
    public void close(PartnershipId id, String outcome) {
        Partnership partnership = find(id);
        partnership.close(outcome);
        partnerships.save(partnership);
    }

    private Partnership find(PartnershipId id) {
        return partnerships.findById(id.value())
                .orElseThrow(() -> new NotFound("There is no partnership with the number %s.".formatted(id)));
    }
}
