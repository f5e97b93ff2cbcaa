package org.commonground.delivery.process;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import org.commonground.delivery.AgreedWork;
import org.commonground.delivery.Commitment;
import org.commonground.delivery.DeliveryService;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Seat;
import org.commonground.negotiation.Contribution;

/**
 * What a seat sees before it commits. Where the agreement names nothing, a line waits to be filled.
 *
 * @param seat        in words
 * @param version     of the agreement
 * @param agreed      a row for each of its contributions in the agreement, as it stands there
 * @param further     begun where there is nothing else to fill in
 * @param differences what others bring otherwise than agreed, and why
 */
record ShownSeat(String seat, int version, boolean nothingAgreed, List<Agreed> agreed, List<Further> further, List<Difference> differences) {

    static ShownSeat of(DeliveryService deliveries, PartnershipId partnership, Seat seat) {
        AgreedWork work = deliveries.agreedWork(partnership);
        List<Contribution> contributions = work.contributionsOf(seat);
        return new ShownSeat(deliveries.inWords(seat), work.version(), contributions.isEmpty(),
                IntStream.range(0, contributions.size()).mapToObj(nr -> Agreed.of(nr + 1, contributions.get(nr))).toList(),
                contributions.isEmpty() ? List.of(new Further("")) : List.of(),
                deliveries.commitments(partnership).stream().filter(one -> one.difference() != null && one.reason() != null).map(Difference::of).toList());
    }

    record Agreed(int nr, String agreed, String what, BigDecimal amount, String unit, LocalDate from, LocalDate to) {

        static Agreed of(int nr, Contribution contribution) {
            return new Agreed(nr, DeliveryService.inWords(contribution), contribution.what(), contribution.amount(), contribution.unit(),
                    contribution.from(), contribution.to());
        }
    }

    record Further(String what) {
    }

    record Difference(String who, String what, String difference, String reason) {

        static Difference of(Commitment commitment) {
            return new Difference(commitment.name(), commitment.what(), commitment.difference(), commitment.reason());
        }
    }
}
