package org.commonground.stage;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.commonground.agreement.AgreedTerms;
import org.commonground.agreement.AgreementForm;
import org.commonground.agreement.AgreementService;
import org.commonground.agreement.DraftingService;
import org.commonground.agreement.InForce;
import org.commonground.agreement.SealedAgreement;
import org.commonground.agreement.SigningService;
import org.commonground.foundation.Days;
import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.foundation.Seat;
import org.commonground.negotiation.Contribution;
import org.commonground.negotiation.NegotiationId;
import org.commonground.negotiation.NegotiationService;
import org.commonground.negotiation.Position;
import org.commonground.negotiation.PositionKind;
import org.commonground.negotiation.ProposedChange;
import org.commonground.negotiation.Purpose;
import org.commonground.negotiation.RoundService;
import org.commonground.negotiation.SampleTerms;
import org.commonground.negotiation.Terms;
import org.commonground.negotiation.Topic;
import org.commonground.organisation.OrganisationService;
import org.commonground.organisation.PeopleService;
import org.commonground.organisation.Person;
import org.commonground.organisation.Registrations;
import org.commonground.partnership.Aims;
import org.commonground.partnership.FirstProposal;
import org.commonground.partnership.Leadership;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Phase;
import org.commonground.partnership.RoleRule;
import org.commonground.partnership.SampleAims;
import org.commonground.partnership.SeatIn;
import org.commonground.partnership.Standing;
import org.commonground.vision.AgendaItem;
import org.commonground.vision.VisionService;
import org.springframework.stereotype.Component;

/**
 * Brings partnerships to where a test needs them, by the verbs of the rooms alone: verified organisations, proposed, partners chosen,
 * negotiated, sealed, in force. Each rung stands on the one before.
 */
@Component
public class Ladder {

    private static final String COORDINATOR = "coordinator";
    private static final String SOMEBODY = "focal";

    private final OrganisationService organisations;
    private final PeopleService people;
    private final PartnershipService partnerships;
    private final Leadership leadership;
    private final NegotiationService negotiations;
    private final VisionService visions;
    private final RoundService rounds;
    private final AgreementService agreements;
    private final DraftingService drafting;
    private final SigningService signing;
    private final AgreedTerms agreed;
    private final Clock clock;

    Ladder(OrganisationService organisations, PeopleService people, PartnershipService partnerships, Leadership leadership,
            NegotiationService negotiations, VisionService visions, RoundService rounds, AgreementService agreements,
            DraftingService drafting, SigningService signing, AgreedTerms agreed, Clock clock) {
        this.organisations = organisations;
        this.people = people;
        this.partnerships = partnerships;
        this.leadership = leadership;
        this.negotiations = negotiations;
        this.visions = visions;
        this.rounds = rounds;
        this.agreements = agreements;
        this.drafting = drafting;
        this.signing = signing;
        this.agreed = agreed;
        this.clock = clock;
    }

    // Organisations

    /** Registered as {@link Registrations} say, and verified. */
    public void verified(Iterable<OrganisationId> codes) {
        codes.forEach(id -> {
            organisations.register(Registrations.of(id.code()), COORDINATOR);
            organisations.verify(id, null);
        });
    }

    // Proposed

    /** Proposed by the organisation that leads, with clear aims and one role that is needed. */
    public PartnershipId proposed(Aims aims, Role needed) {
        PartnershipId id = partnerships.propose(new FirstProposal("Cotton without poison", "Farmer Field Schools", "One district only"),
                aims.lead(), SOMEBODY);
        partnerships.clarifyAims(id, aims, SOMEBODY);
        leadership.answer(id, true, null, SOMEBODY);
        partnerships.determineNeededRoles(id, List.of(new RoleRule(needed.key(), "local", "anywhere", null, "Somebody must do it.")));
        return id;
    }

    // Partners are chosen

    /** The first one proposed and leads; each has one seat, the second one in the new area. */
    public PartnershipId chosen(Map<OrganisationId, Role> partners) {
        List<Seat> seats = seats(partners);
        return chosen(SampleAims.of(seats.get(0).organisation().code()), seats, seats.get(1));
    }

    /** @param inNewArea the seat that is in the area where the work is new, or null */
    public PartnershipId chosen(Aims aims, List<Seat> seats, Seat inNewArea) {
        PartnershipId id = proposed(aims, seats.get(0).role());
        Map<OrganisationId, List<SeatIn>> held = new LinkedHashMap<>();
        seats.forEach(seat -> held.computeIfAbsent(seat.organisation(), one -> new ArrayList<>())
                .add(new SeatIn(seat.role(), Level.LOCAL, seat.equals(inNewArea) ? SampleAims.WARANGAL.name() : null, null)
                        .takenBy(organisations.card(seat.organisation()), "Its people live in the villages")));
        held.forEach((organisation, in) -> partnerships.admit(id, organisation, in.get(0).role() == Role.ALLY ? Standing.ALLY
                : Standing.PARTNER, in));
        return id;
    }

    // Negotiated

    /** All see the same, and have endorsed it. */
    public void envisioned(PartnershipId partnership) {
        envisioned(partnership, SampleTerms.agenda(partnerships.partners(partnership).get(0), LocalDate.now(clock).plusMonths(4)));
    }

    private void envisioned(PartnershipId partnership, List<AgendaItem> agenda) {
        List<OrganisationId> partners = partnerships.partners(partnership);
        visions.open(partnership);
        partners.forEach(partner -> visions.shareVision(partnership, partner, "Healthy fields, by " + partner, "To learn", null,
                SOMEBODY));
        visions.draftVision(partnership, "Healthy fields everywhere", agenda, visions.aims(partnership), COORDINATOR);
        partners.forEach(partner -> visions.endorse(partnership, partner, 1, SOMEBODY));
        visions.tallyEndorsements(partnership);
    }

    /** The vision is endorsed and the negotiation open. */
    public NegotiationId opened(PartnershipId partnership) {
        envisioned(partnership);
        return negotiations.openFounding(partnership);
    }

    /** The vision is endorsed and the topics have their first wordings. */
    public NegotiationId drafted(PartnershipId partnership) {
        NegotiationId id = opened(partnership);
        rounds.draftTopics(id, SampleTerms.wordings(), SampleTerms.terms(negotiations.seats(id), LocalDate.now(clock).plusMonths(1)),
                COORDINATOR);
        return id;
    }

    /** Every topic is agreed, in one round. */
    public NegotiationId agreed(PartnershipId partnership) {
        return round(drafted(partnership));
    }

    private NegotiationId agreed(PartnershipId partnership, List<AgendaItem> agenda, Terms terms) {
        envisioned(partnership, agenda);
        NegotiationId id = negotiations.openFounding(partnership);
        rounds.draftTopics(id, SampleTerms.wordings(), terms, COORDINATOR);
        return round(id);
    }

    /**
     * A change of what was sealed comes to the table of some partners, none of whom has said anything yet.
     *
     * @param words of the topics that change
     * @param terms what these topics shall yield
     */
    public NegotiationId changing(PartnershipId partnership, List<OrganisationId> parties, Map<Topic, String> words, Terms terms) {
        InForce today = agreed.inForce(partnership);
        Map<Topic, String> before = new LinkedHashMap<>(today.words());
        before.keySet().retainAll(words.keySet());
        NegotiationId id = negotiations.propose(partnership, Purpose.AMENDMENT, new ProposedChange(words, terms, before, today.terms()),
                SOMEBODY);
        negotiations.begin(id, parties, null, SOMEBODY);
        return id;
    }

    /** One more round in which everybody accepts everything that is open, and reads on until the time is over. */
    public NegotiationId round(NegotiationId id) {
        rounds.openRound(id);
        negotiations.awaited(id).forEach(party -> acceptAll(id, party));
        rounds.openReading(id, Instant.now());
        negotiations.parties(id).forEach(party -> rounds.read(id, party, false, Set.of(), null, SOMEBODY));
        rounds.closeRound(id);
        return id;
    }

    public void acceptAll(NegotiationId id, OrganisationId party) {
        rounds.recordPositions(id, party, rounds.roundFor(id, party).topics().stream()
                .map(topic -> new Position(topic.topic(), topic.nr(), PositionKind.ACCEPT, null)).toList(), SOMEBODY);
    }

    // Sealed

    private void sealed(NegotiationId negotiation) {
        Map<OrganisationId, String> signatories = new LinkedHashMap<>();
        negotiations.parties(negotiation).forEach(party -> signatories.put(party, mandated(party)));
        drafting.chooseForm(negotiation, AgreementForm.MEMORANDUM, "The partners need no contract.");
        drafting.release(negotiation, drafting.draft(negotiation), COORDINATOR);
        signing.openSigning(negotiation);
        String hash = agreements.current(negotiation).sha256();
        signatories.forEach((party, person) -> signing.sign(negotiation, party, hash, person));
        signing.seal(negotiation);
    }

    /** Some partners have agreed on another wording of this topic and signed it: what is sealed is one version more. */
    public void amended(PartnershipId partnership, List<OrganisationId> parties, Topic topic, Terms terms) {
        Map<Topic, String> words = new LinkedHashMap<>(Map.of(topic, "As agreed anew"));
        if (terms.durationMonths() == null) {
            sealed(round(changing(partnership, parties, words, terms)));
            return;
        }
        // What is brought ends with the term at the latest.
        SealedAgreement today = agreed.of(partnership);
        LocalDate last = today.calendar().sealedOn().plusMonths(terms.durationMonths()).minusDays(1);
        words.put(Topic.CONTRIBUTIONS, "As agreed anew");
        sealed(round(changing(partnership, parties, words, SampleTerms.bringing(today.terms().contributions().stream()
                .map(one -> one.to().isAfter(last) ? new Contribution(null, one.organisation(), one.role(), one.kind(), one.what(),
                        one.amount(), one.unit(), one.from(), last) : one).toList()).over(terms))));
    }

    private String mandated(OrganisationId party) {
        String person = organisations.peopleIn(party).stream().filter(Person::focalPoint).findFirst().orElseThrow().user();
        LocalDate today = Days.today(organisations.zoneOf(party), clock);
        if (!organisations.maySign(person, party, today)) {
            people.giveMandate(party, person, today, null, person);
        }
        return person;
    }

    // In force

    /** The agreement is sealed today and in force; each has one seat, the first one leads. */
    public PartnershipId inForce(Map<OrganisationId, Role> partners) {
        PartnershipId id = chosen(partners);
        sealed(agreed(id));
        partnerships.enter(id, Phase.IN_FORCE);
        return id;
    }

    /**
     * The agreement is sealed today, and the work is about to come into force: it is reported every six months, for a year, on two
     * objectives in two areas. The organisation of the first seat leads, and is the local one where the work is new; allies have a seat and
     * no contribution.
     *
     * @param besides what seats bring apart from what is usual for their role
     */
    public PartnershipId sealedForWork(List<Seat> seats, Contribution... besides) {
        LocalDate today = LocalDate.now(clock);
        PartnershipId id = chosen(SampleAims.withTwoObjectives(seats.get(0).organisation().code()), seats, seats.get(0));
        OrganisationId first = seats.stream().filter(seat -> seat.role() == Role.IMPLEMENTER).findFirst().orElse(seats.get(0))
                .organisation();
        sealed(agreed(id, SampleTerms.agenda(first, today.plusMonths(2)), SampleTerms.ofWork(seats, today, besides)));
        return id;
    }

    /** Put in force without a paper, for tests whose props say what is agreed; each has one seat in this role, the first one leads. */
    public PartnershipId inForceUnwritten(Role role, OrganisationId... partners) {
        List<Seat> seats = Arrays.stream(partners).map(partner -> new Seat(partner, role)).toList();
        PartnershipId id = chosen(SampleAims.of(partners[0].code()), seats, null);
        partnerships.enter(id, Phase.IN_FORCE);
        return id;
    }

    private static List<Seat> seats(Map<OrganisationId, Role> partners) {
        return partners.entrySet().stream().map(partner -> new Seat(partner.getKey(), partner.getValue())).toList();
    }
}
