package org.commonground.delivery;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.commonground.agreement.AgreementForm;
import org.commonground.agreement.AgreementService;
import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.foundation.Seat;
import org.commonground.negotiation.AgendaItem;
import org.commonground.negotiation.ConsentRule;
import org.commonground.negotiation.Contribution;
import org.commonground.negotiation.ContributionKind;
import org.commonground.negotiation.DecisionRule;
import org.commonground.negotiation.NegotiatedCase;
import org.commonground.negotiation.NegotiationId;
import org.commonground.negotiation.NegotiationService;
import org.commonground.negotiation.Terms;
import org.commonground.organisation.OrganisationService;
import org.commonground.organisation.PeopleService;
import org.commonground.organisation.Person;
import org.commonground.partnership.Aims;
import org.commonground.partnership.Objective;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Phase;
import org.commonground.partnership.Proposal;
import org.commonground.partnership.RoleRule;
import org.commonground.partnership.SampleAims;
import org.commonground.partnership.ScaleUp;
import org.commonground.partnership.SeatIn;
import org.commonground.partnership.Standing;
import org.springframework.stereotype.Component;

/** Partnerships to test with whose agreement is sealed today: they report every three months, for a year, on two objectives in two areas. */
@Component
public class WorkInForce {

    private static final String COORDINATOR = "testCoordinator";

    private final OrganisationService organisations;
    private final PeopleService people;
    private final PartnershipService partnerships;
    private final NegotiationService negotiations;
    private final AgreementService agreements;
    private final Clock clock;

    WorkInForce(OrganisationService organisations, PeopleService people, PartnershipService partnerships, NegotiationService negotiations,
            AgreementService agreements, Clock clock) {
        this.organisations = organisations;
        this.people = people;
        this.partnerships = partnerships;
        this.negotiations = negotiations;
        this.agreements = agreements;
        this.clock = clock;
    }

    /**
     * The organisation of the first seat leads, and is the local one where the work is new; allies have a seat and no contribution.
     *
     * @param besides what seats bring apart from what is usual for their role
     */
    public PartnershipId with(List<Seat> seats, Contribution... besides) {
        OrganisationId lead = seats.get(0).organisation();
        PartnershipId id = partnerships.propose(new Proposal("Cotton without poison", "Farmer Field Schools", "One district only"), lead, "focal");
        partnerships.clarifyAims(id, new Aims("Bring integrated pest management to more cotton farmers", List.of(SampleAims.FEWER_SPRAYINGS,
                new Objective("Yields hold", "Quintals per hectare", "15", "15")), "Cotton farmers", "Their federation decides with us",
                new ScaleUp(false, true, null, false), List.of(SampleAims.GUNTUR, SampleAims.WARANGAL), null, null, 36, false, lead), "focal");
        partnerships.determineNeededRoles(id, List.of(new RoleRule(seats.get(0).role().key(), "local", "anywhere", null, "Somebody must do it.")));
        Map<OrganisationId, List<SeatIn>> held = new LinkedHashMap<>();
        seats.forEach(seat -> held.computeIfAbsent(seat.organisation(), one -> new ArrayList<>())
                .add(new SeatIn(seat.role(), Level.LOCAL, seat.equals(seats.get(0)) ? SampleAims.WARANGAL.name() : null, null)));
        held.forEach((organisation, in) -> partnerships.admit(id, organisation, in.get(0).role() == Role.ALLY ? Standing.ALLY : Standing.PARTNER, in));
        NegotiationId negotiation = negotiated(id, seats, besides);
        sealed(negotiation);
        partnerships.enter(id, Phase.IN_FORCE);
        return id;
    }

    private NegotiationId negotiated(PartnershipId id, List<Seat> seats, Contribution... besides) {
        LocalDate today = LocalDate.now(clock);
        NegotiationId negotiation = negotiations.openFounding(id);
        List<OrganisationId> parties = negotiations.parties(negotiation);
        parties.forEach(party -> negotiations.shareVision(negotiation, party, "Healthy fields", "To learn", "focal"));
        OrganisationId first = seats.stream().filter(seat -> seat.role() == Role.IMPLEMENTER).findFirst().orElse(seats.get(0)).organisation();
        negotiations.draftVision(negotiation, "Healthy fields everywhere", List.of(new AgendaItem("Train the first facilitators", first,
                today.plusMonths(2), "Two trainers and a field")), COORDINATOR);
        parties.forEach(party -> negotiations.endorse(negotiation, party, 1, "focal"));
        negotiations.countEndorsements(negotiation);
        negotiations.draftTopics(negotiation, NegotiatedCase.wordings(), new Terms(DecisionRule.CONSENSUS, 4, 3, 6, "English", "Mail", 12, 6,
                List.of("Bad news is told early"), List.of(14, 21, 30, 30), "The law clinic", 12, 3, ConsentRule.ALL, "Not at all",
                Stream.concat(seats.stream().filter(seat -> seat.role() != Role.ALLY).map(seat -> contribution(seat, today)),
                        Stream.of(besides)).toList()), COORDINATOR);
        NegotiatedCase.round(negotiations, negotiation);
        return negotiation;
    }

    private void sealed(NegotiationId negotiation) {
        agreements.chooseForm(negotiation, AgreementForm.MEMORANDUM, "The partners need no contract.");
        Map<OrganisationId, String> signatories = new LinkedHashMap<>();
        negotiations.parties(negotiation).forEach(party -> signatories.put(party, organisations.peopleIn(party).stream().filter(Person::focalPoint)
                .findFirst().orElseThrow().user()));
        signatories.forEach((party, person) -> people.giveMandate(party, person, LocalDate.now(clock), null, person));
        agreements.release(negotiation, agreements.draft(negotiation), COORDINATOR);
        agreements.openSigning(negotiation);
        String hash = agreements.current(negotiation).sha256();
        signatories.forEach((party, person) -> agreements.sign(negotiation, party, hash, person));
        agreements.seal(negotiation);
    }

    private static Contribution contribution(Seat seat, LocalDate today) {
        return switch (seat.role()) {
            case DECISION_MAKER -> of(seat, ContributionKind.POLICY_DECISION, "The state’s spraying rules are changed", null, null, today);
            case RESOURCE_PROVIDER -> of(seat, ContributionKind.FUNDS, "Money for the schools", "100000", "EUR", today);
            case EXPERT -> of(seat, ContributionKind.EXPERTISE, "Advice on whitefly", "20", "days", today);
            case IMPLEMENTER -> of(seat, ContributionKind.ACTIVITIES, "Field schools", "40", "groups", today);
            case PARTICIPANT -> of(seat, ContributionKind.PARTICIPATION, "Farmers train farmers", "200", "farmers", today);
            case ALLY -> of(seat, ContributionKind.SUPPORT, "Buys the cotton", null, null, today);
        };
    }

    /** What a seat brings from today on, for a year. */
    public static Contribution of(Seat seat, ContributionKind kind, String what, String amount, String unit, LocalDate today) {
        return new Contribution(null, seat.organisation(), seat.role(), kind, what, amount == null ? null : new BigDecimal(amount), unit, today,
                today.plusMonths(12).minusDays(1));
    }
}
