package org.commonground.agreement;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;

/**
 * When something that is agreed to come again and again is due, such as a review: so many months after the sealing, twice as many, and
 * so on. Each date is counted from the day of the sealing and not from the date before, so that the end of a month does not drift:
 * sealed on 31 August, the reviews of every third month are on 30 November, 28 February, 31 May. Another interval holds from its own
 * sealing on, and what was due before stays as it was: a shorter one calls for nothing in the past.
 *
 * @param lead    how many months after the sealing the first date is; 0 where it is after one interval, as every other one
 * @param rhythms one after the other, the first one from the sealing on
 */
public record RhythmCalendar(AgreementCalendar agreement, int lead, List<Rhythm> rhythms) {

    /** It begins when people have had their tea. */
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    /** @param nr from 1 */
    public Instant due(int nr) {
        int before = 0;
        for (int i = 0; i < rhythms.size() - 1; i++) {
            int first = first(rhythms.get(i));
            int here = first(rhythms.get(i).intervalMonths(), rhythms.get(i + 1).since()) - first;
            if (nr <= before + here) {
                return date(rhythms.get(i).intervalMonths(), first + nr - before - 1);
            }
            before += here;
        }
        Rhythm newest = rhythms.get(rhythms.size() - 1);
        return date(newest.intervalMonths(), first(newest) + nr - before - 1);
    }

    private int first(Rhythm rhythm) {
        return first(rhythm.intervalMonths(), rhythm.since());
    }

    /** Which date of an interval, counted from 1, is the first one at this moment or after it. */
    private int first(int intervalMonths, Instant moment) {
        int nr = 1;
        while (date(intervalMonths, nr).isBefore(moment)) {
            nr++;
        }
        return nr;
    }

    private Instant date(int intervalMonths, int nr) {
        long months = lead == 0 ? (long) nr * intervalMonths : lead + (nr - 1L) * intervalMonths;
        return agreement.at(agreement.sealedOn().plusMonths(months), MORNING);
    }

    /** How many dates have come by now; 0 before the first. */
    public int passed(Instant now) {
        int nr = 0;
        while (!due(nr + 1).isAfter(now)) {
            nr++;
        }
        return nr;
    }

    /** Whether what begins now is late for this date: more than a day of the process. */
    public boolean isLate(int nr, Instant now) {
        return agreement.pace().between(due(nr), now).compareTo(Duration.ofDays(1)) > 0;
    }

    /** The dates after those that were held which have come by now; where {@code next} is set the next one as well, if none has. */
    public List<PlannedDate> come(int held, boolean next, Instant now) {
        int last = Math.max(passed(now), next ? held + 1 : held);
        return IntStream.rangeClosed(held + 1, last).mapToObj(nr -> new PlannedDate(nr, due(nr), isLate(nr, now))).toList();
    }

    /** @param since when this interval was sealed */
    public record Rhythm(Instant since, int intervalMonths) {
    }
}
