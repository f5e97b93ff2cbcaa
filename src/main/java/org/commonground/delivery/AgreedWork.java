package org.commonground.delivery;

import java.time.LocalDate;
import java.util.List;

import org.commonground.foundation.Seat;
import org.commonground.negotiation.Contribution;

/**
 * What the sealed agreement says about the work.
 *
 * @param version         of the agreement
 * @param begins          the day of sealing, from which periods are counted
 * @param reportingMonths length of a period
 * @param durationMonths  of the partnership
 */
public record AgreedWork(int version, LocalDate begins, int reportingMonths, int durationMonths, List<Contribution> contributions) {

    /** What this seat shall bring, always in the same order. */
    public List<Contribution> contributionsOf(Seat seat) {
        return contributions.stream().filter(one -> one.organisation().equals(seat.organisation()) && one.role() == seat.role()).toList();
    }

    /** The last day of the partnership's term. */
    public LocalDate ends() {
        return begins.plusMonths(durationMonths).minusDays(1);
    }

    /** First day of a slot, counted from 1: always from the day of sealing, so that short months leave no trace. */
    LocalDate beginOf(int slot) {
        return begins.plusMonths((long) reportingMonths * (slot - 1));
    }

    /** The slot in which a day lies, 1 at the earliest. */
    int slotOf(LocalDate day) {
        int slot = 1;
        while (!beginOf(slot + 1).isAfter(day)) {
            slot++;
        }
        return slot;
    }
}
