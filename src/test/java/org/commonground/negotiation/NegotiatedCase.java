package org.commonground.negotiation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.foundation.Seat;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Proposal;
import org.commonground.partnership.RoleRule;
import org.commonground.partnership.SampleAims;
import org.commonground.partnership.SeatIn;
import org.commonground.partnership.Standing;

import static java.util.stream.Collectors.toMap;

/** Partnerships to test with that came as far as their negotiation, or through it, by the verbs of the rooms alone. */
public final class NegotiatedCase {

    public static final LocalDate START = LocalDate.of(2027, 1, 1);
    private static final String COORDINATOR = "coordinator";

    private NegotiatedCase() {
    }

    /** A partnership whose partners are chosen: the first one proposed and leads it, each has one seat, the second one in the new area. */
    public static PartnershipId chosen(PartnershipService partnerships, Map<OrganisationId, Role> partners) {
        OrganisationId lead = partners.keySet().iterator().next();
        PartnershipId id = partnerships.propose(new Proposal("Cotton without poison", "Farmer Field Schools", "One district only"), lead, "focal");
        partnerships.clarifyAims(id, SampleAims.of(lead.code()), "focal");
        Role first = partners.values().iterator().next();
        partnerships.determineNeededRoles(id, List.of(new RoleRule(first.key(), "local", "anywhere", null, "Somebody must do it.")));
        OrganisationId local = List.copyOf(partners.keySet()).get(1);
        partners.forEach((organisation, role) -> partnerships.admit(id, organisation, Standing.PARTNER,
                List.of(new SeatIn(role, Level.LOCAL, organisation.equals(local) ? SampleAims.WARANGAL.name() : null, null))));
        return id;
    }

    /** Brings a partnership with chosen partners to the point where every topic is agreed, in one round. */
    public static NegotiationId agreed(NegotiationService negotiations, PartnershipId partnership) {
        NegotiationId id = drafted(negotiations, partnership);
        round(negotiations, id);
        return id;
    }

    /** Brings it to the point where the vision is endorsed and the topics have their first wordings. */
    public static NegotiationId drafted(NegotiationService negotiations, PartnershipId partnership) {
        NegotiationId id = endorsed(negotiations, partnership);
        negotiations.draftTopics(id, wordings(), terms(negotiations.seats(id)), COORDINATOR);
        return id;
    }

    public static NegotiationId endorsed(NegotiationService negotiations, PartnershipId partnership) {
        NegotiationId id = negotiations.openFounding(partnership);
        List<OrganisationId> parties = negotiations.parties(id);
        parties.forEach(party -> negotiations.shareVision(id, party, "Healthy fields, by " + party, "To learn", "focal"));
        negotiations.draftVision(id, "Healthy fields everywhere", agenda(parties.get(0)), COORDINATOR);
        parties.forEach(party -> negotiations.endorse(id, party, 1, "focal"));
        negotiations.countEndorsements(id);
        return id;
    }

    /** One more round in which everybody accepts everything that is open, and reads on until the time is over. */
    public static void round(NegotiationService negotiations, NegotiationId id) {
        negotiations.openRound(id);
        negotiations.awaited(id).forEach(party -> acceptAll(negotiations, id, party));
        negotiations.openReading(id, Instant.now());
        negotiations.parties(id).forEach(party -> negotiations.read(id, party, false, Set.of(), null, "focal"));
        negotiations.closeRound(id);
    }

    public static void acceptAll(NegotiationService negotiations, NegotiationId id, OrganisationId party) {
        negotiations.statePositions(id, party, negotiations.topicsFor(id, party).stream()
                .map(topic -> new Position(topic.topic(), topic.nr(), PositionKind.ACCEPT, null)).toList(), "focal");
    }

    public static List<AgendaItem> agenda(OrganisationId who) {
        return List.of(new AgendaItem("Train the first facilitators", who, START.plusMonths(3), "Two trainers and a field"));
    }

    public static Map<Topic, String> wordings() {
        return Arrays.stream(Topic.values()).collect(toMap(topic -> topic, Topic::suggestedWording));
    }

    /** Terms within all ranges, and one contribution for each seat. */
    public static Terms terms(List<Seat> seats) {
        return new Terms(DecisionRule.CONSENSUS, 4, 3, 12, "English, Telugu", "One mail a month", 12, 6,
                List.of("Partners tell each other bad news early"), List.of(14, 21, 30, 30), "The university's law clinic", 36, 3,
                ConsentRule.TWO_THIRDS, "By a new agreement after a joint review", seats.stream().map(NegotiatedCase::contribution).toList());
    }

    private static Contribution contribution(Seat seat) {
        boolean funds = seat.role() == Role.RESOURCE_PROVIDER;
        return new Contribution(null, seat.organisation(), seat.role(), funds ? ContributionKind.FUNDS : ContributionKind.ACTIVITIES,
                funds ? "Money for the schools" : "Two days a month", funds ? new BigDecimal("100000") : null, funds ? "EUR" : null,
                START, START.plusYears(3));
    }
}
