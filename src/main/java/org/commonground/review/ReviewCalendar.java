package org.commonground.review;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;

import org.commonground.agreement.AgreementCalendar;

/**
 * When the reviews of one agreement are due: so many months after it was sealed, twice as many, and so on. Each date is counted
 * from the day of the sealing and not from the date before, so that the end of a month does not drift: sealed on 31 August, the
 * reviews of every third month are on 30 November, 28 February, 31 May.
 */
record ReviewCalendar(AgreementCalendar agreement, int intervalMonths) {

    /** Reviews begin when people have had their tea. */
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    /** @param nr from 1 */
    Instant due(int nr) {
        return agreement.at(agreement.sealedOn().plusMonths((long) nr * intervalMonths), MORNING);
    }

    /** How many dates have come by now; 0 before the first. */
    int passed(Instant now) {
        int nr = 0;
        while (!due(nr + 1).isAfter(now)) {
            nr++;
        }
        return nr;
    }

    /** Whether a review that begins now is late for this date: more than a day of the process. */
    boolean isLate(int nr, Instant now) {
        return agreement.pace().between(due(nr), now).compareTo(Duration.ofDays(1)) > 0;
    }

    /** The dates after those that were held which have come by now; where {@code next} is set the next one as well, if none has. */
    List<PlannedDate> come(int held, boolean next, Instant now) {
        int last = Math.max(passed(now), next ? held + 1 : held);
        return IntStream.rangeClosed(held + 1, last).mapToObj(nr -> new PlannedDate(nr, due(nr), isLate(nr, now))).toList();
    }
}
