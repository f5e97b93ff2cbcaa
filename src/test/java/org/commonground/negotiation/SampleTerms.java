package org.commonground.negotiation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Role;
import org.commonground.foundation.Seat;
import org.commonground.vision.AgendaItem;

import static java.util.stream.Collectors.toMap;

/** Terms, wordings and an agenda to test with. */
public final class SampleTerms {

    /** What the partners bring begins a month after the tests; it is over before the shortest of the terms tried here. */
    public static final LocalDate START = LocalDate.now(ZoneOffset.UTC).plusMonths(1);
    public static final LocalDate END = START.plusMonths(10).minusDays(1);

    private SampleTerms() {
    }

    public static List<AgendaItem> agenda(OrganisationId who) {
        return agenda(who, START.plusMonths(3));
    }

    public static List<AgendaItem> agenda(OrganisationId who, LocalDate by) {
        return List.of(new AgendaItem("Train the first facilitators", who, by, "Two trainers and a field"));
    }

    public static Map<Topic, String> wordings() {
        return Topic.founding().stream().collect(toMap(topic -> topic, Topic::suggestedWording));
    }

    /** Terms within all ranges, and one contribution for each seat. */
    public static Terms terms(List<Seat> seats) {
        return terms(seats, START);
    }

    /** @param from the day from which they bring it, for ten months */
    public static Terms terms(List<Seat> seats, LocalDate from) {
        return new Terms(DecisionRule.CONSENSUS, 4, 3, 12, "English, Telugu", "One mail a month", 12, 6,
                List.of("Partners tell each other bad news early"), List.of(14, 21, 30, 30), "The university's law clinic", 36, 3,
                ConsentRule.TWO_THIRDS, Renewal.PROPOSED, 6, seats.stream().map(seat -> contribution(seat, from)).toList(), null);
    }

    private static Contribution contribution(Seat seat, LocalDate from) {
        boolean funds = seat.role() == Role.RESOURCE_PROVIDER;
        return new Contribution(null, seat.organisation(), seat.role(), funds ? ContributionKind.FUNDS : ContributionKind.ACTIVITIES,
                funds ? "Money for the schools" : "Two days a month", funds ? new BigDecimal("100000") : null, funds ? "EUR" : null,
                from, from.plusMonths(10).minusDays(1));
    }

    /** Terms of a year of work from today on: each seat but allies' brings what is usual for its role, and these besides. */
    public static Terms ofWork(List<Seat> seats, LocalDate today, Contribution... besides) {
        return new Terms(DecisionRule.CONSENSUS, 4, 3, 6, "English", "Mail", 12, 6, List.of("Bad news is told early"),
                List.of(14, 21, 30, 30), "The law clinic", 12, 3, ConsentRule.ALL, Renewal.NONE, null,
                Stream.concat(seats.stream().filter(seat -> seat.role() != Role.ALLY).map(seat -> usual(seat, today)), Stream.of(besides))
                        .toList(), null);
    }

    /** Nothing but another duration. */
    public static Terms lasting(int months) {
        return new Terms(null, null, null, null, null, null, null, null, null, null, null, months, 1, ConsentRule.ALL,
                Renewal.NONE, null, null, null);
    }

    /** Nothing but another rhythm of the reports. */
    public static Terms reportedEvery(int months) {
        return new Terms(null, null, months, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** Nothing but another rhythm of the reviews. */
    public static Terms reviewedEvery(int months) {
        return new Terms(null, null, null, months, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** Nothing but how often the partners meet. */
    public static Terms meetingEvery(int timesAYear) {
        return new Terms(null, timesAYear, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** Nothing but what those who change something bring now. */
    public static Terms bringing(List<Contribution> contributions) {
        return new Terms(null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                contributions, null);
    }

    private static Contribution usual(Seat seat, LocalDate today) {
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
        return new Contribution(null, seat.organisation(), seat.role(), kind, what, amount == null ? null
                : new BigDecimal(amount), unit, today, today.plusMonths(12).minusDays(1));
    }
}
