package org.commonground.period;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.commonground.foundation.Days;

/**
 * A stretch of the work that is planned, done and reported.
 *
 * @param nr         counted from 1
 * @param firstSlot  of the calendar that ran from the day of sealing, in the rhythm that was agreed when it began
 * @param lastSlot   the same as the first, unless people missed some: then one period covers them all
 * @param settlement what was agreed about clashes and gaps of the plans, or null
 * @param openedAt   since when it is planned
 * @param closedAt   null while it runs
 */
public record Period(UUID id, int nr, int firstSlot, int lastSlot, LocalDate begins, LocalDate ends, String settlement, Instant openedAt,
        Instant closedAt) {

    public boolean isOpen() {
        return closedAt == null;
    }

    /** The same, ended by a term that is over sooner than was thought when it began. */
    Period within(LocalDate termEnds) {
        LocalDate last = begins.isAfter(termEnds) ? begins : termEnds;
        return ends.isAfter(last) ? new Period(id, nr, firstSlot, lastSlot, begins, last, settlement, openedAt, closedAt) : this;
    }

    /** {@code Period 2: 1 April 2027 to 30 June 2027}, and what else it covers. */
    public String inWords() {
        String words = "Period %d: %s to %s".formatted(nr, Days.inWords(begins), Days.inWords(ends));
        return firstSlot == lastSlot ? words : words + " (it covers %d reporting periods)".formatted(lastSlot - firstSlot + 1);
    }
}
