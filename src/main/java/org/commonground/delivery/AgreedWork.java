package org.commonground.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

import org.commonground.agreement.AgreementCalendar;
import org.commonground.foundation.Seat;
import org.commonground.negotiation.Contribution;

/**
 * What the sealed agreement says about the work.
 *
 * @param version         of the agreement
 * @param calendar        when its dates come; periods are counted from the day of sealing
 * @param reportingMonths length of a period
 * @param durationMonths  of the partnership
 */
public record AgreedWork(int version, AgreementCalendar calendar, int reportingMonths, int durationMonths, List<Contribution> contributions) {

    private static final LocalTime MORNING = LocalTime.of(6, 0);

    /** The day of sealing. */
    public LocalDate begins() {
        return calendar.sealedOn();
    }

    /** When people are asked for what a day brings: they begin it with that. */
    public Instant morningOf(LocalDate day) {
        return calendar.at(day, MORNING);
    }

    /** Which day of the work it is. */
    public LocalDate dayAt(Instant moment) {
        return calendar.dayAt(moment);
    }

    /** What this seat shall bring, always in the same order. */
    public List<Contribution> contributionsOf(Seat seat) {
        return contributions.stream().filter(one -> one.organisation().equals(seat.organisation()) && one.role() == seat.role()).toList();
    }

    /** The last day of the partnership's term. */
    public LocalDate ends() {
        return begins().plusMonths(durationMonths).minusDays(1);
    }

    /** First day of a slot, counted from 1: always from the day of sealing, so that short months leave no trace. */
    LocalDate beginOf(int slot) {
        return begins().plusMonths((long) reportingMonths * (slot - 1));
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
