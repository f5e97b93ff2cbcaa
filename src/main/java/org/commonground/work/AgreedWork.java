package org.commonground.work;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

import org.commonground.agreement.SealedAgreement;
import org.commonground.foundation.Days;
import org.commonground.foundation.Seat;
import org.commonground.negotiation.Contribution;
import org.commonground.partnership.Term;

/** The sealed agreement as the work goes by it: its days and periods are counted from the day of sealing. */
public record AgreedWork(SealedAgreement agreement) {

    private static final LocalTime MORNING = LocalTime.of(6, 0);
    private static final int LOOK_MONTHS = 3;

    /** The day of sealing. */
    public LocalDate begins() {
        return agreement.calendar().sealedOn();
    }

    /** The last day of the partnership's term. */
    public LocalDate ends() {
        return Term.end(begins(), agreement.terms().durationMonths());
    }

    /** The time in which all that is promised lies. */
    public Term term(LocalDate proposed) {
        return new Term(proposed, begins(), agreement.terms().durationMonths(), true);
    }

    /** When people are asked for what a day brings: they begin it with that. */
    public Instant morningOf(LocalDate day) {
        return agreement.calendar().at(day, MORNING);
    }

    /** Which day of the work it is. */
    public LocalDate dayAt(Instant moment) {
        return agreement.calendar().dayAt(moment);
    }

    /** Whether the last day of the term has passed. */
    public boolean isOverAt(Instant moment) {
        return dayAt(moment).isAfter(ends());
    }

    /**
     * When a room that has nothing to do looks again, since something else may be agreed: every third month, counted from the day of
     * sealing, so that asking again does not put it off.
     */
    public LocalDate nextLookAfter(LocalDate day) {
        LocalDate look = begins();
        for (int times = 1; !look.isAfter(day); times++) {
            look = begins().plusMonths((long) LOOK_MONTHS * times);
        }
        return look;
    }

    /** What this seat shall bring, always in the same order. */
    public List<Contribution> contributionsOf(Seat seat) {
        return contributionsOf(agreement.terms().contributions(), seat);
    }

    /** What a seat shall bring of all that is brought, in its order. */
    public static List<Contribution> contributionsOf(List<Contribution> all, Seat seat) {
        return all.stream().filter(one -> one.organisation().equals(seat.organisation()) && one.role() == seat.role()).toList();
    }

    /** What the agreement says about a contribution: {@code Field schools (40 groups), 1 April 2027 to 31 March 2028}. */
    public static String inWords(Contribution contribution) {
        String amount = contribution.amount() == null ? "" : " (" + contribution.howMuch() + ")";
        return "%s%s, %s to %s".formatted(contribution.what(), amount, Days.inWords(contribution.from()), Days.inWords(contribution.to()));
    }

    /** First day of a slot, counted from 1: always from the day of sealing, so that short months leave no trace. */
    public LocalDate beginOf(int slot) {
        return begins().plusMonths((long) agreement.terms().reportingIntervalMonths() * (slot - 1));
    }

    /** The slot in which a day lies, 1 at the earliest. */
    public int slotOf(LocalDate day) {
        int slot = 1;
        while (!beginOf(slot + 1).isAfter(day)) {
            slot++;
        }
        return slot;
    }
}
