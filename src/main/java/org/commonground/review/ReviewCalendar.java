package org.commonground.review;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * When the reviews of one agreement are due: so many months after it was sealed, twice as many, and so on. Each date is counted
 * from the day of the sealing and not from the date before, so that the end of a month does not drift: sealed on 31 August, the
 * reviews of every third month are on 30 November, 28 February, 31 May.
 *
 * @param day how long a day of the process lasts; where it is shorter than in earnest, all dates move closer accordingly
 */
record ReviewCalendar(Instant sealedAt, int intervalMonths, ZoneId zone, Duration day) {

    /** In earnest, reviews begin when people have had their tea. */
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final Duration IN_EARNEST = Duration.ofDays(1);

    /** @param nr from 1 */
    Instant due(int nr) {
        LocalDate sealed = sealedAt.atZone(zone).toLocalDate();
        LocalDate due = sealed.plusMonths((long) nr * intervalMonths);
        return day.equals(IN_EARNEST) ? due.atTime(MORNING).atZone(zone).toInstant()
                : sealedAt.plus(day.multipliedBy(ChronoUnit.DAYS.between(sealed, due)));
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
        return now.isAfter(due(nr).plus(day));
    }
}
