package org.commonground.foundation;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * How fast the time of the process runs. In earnest it runs with the clock. In a demo it has run faster since the first start, so that a
 * visitor need not wait for years; what lies before that is history, played with the clock set back, and took the time it took.
 */
public final class Pace {

    private static final Duration DAY = Duration.ofDays(1);

    /** A day of the process lasts a day. */
    public static final Pace IN_EARNEST = new Pace(Duration.ofDays(1), () -> Instant.MAX);

    private final double speed;
    private final Supplier<Instant> since;

    /**
     * @param day   how long a day of the process lasts
     * @param since from when on; asked only where a day is not a day
     */
    public Pace(Duration day, Supplier<Instant> since) {
        this.speed = (double) DAY.toMillis() / day.toMillis();
        this.since = since;
    }

    public boolean isEarnest() {
        return speed == 1;
    }

    /** The moment at which so much time of the process has passed since that one; before it where the time is negative. */
    public Instant after(Instant from, Duration time) {
        return isEarnest() ? from.plus(time) : clock(process(from).plus(time));
    }

    /** How much time of the process lies between two moments. */
    public Duration between(Instant from, Instant to) {
        return isEarnest() ? Duration.between(from, to) : Duration.between(process(from), process(to));
    }

    private Instant process(Instant clock) {
        return stretched(clock, speed);
    }

    private Instant clock(Instant process) {
        return stretched(process, 1 / speed);
    }

    private Instant stretched(Instant moment, double factor) {
        Instant start = since.get();
        return moment.isAfter(start) ? start.plusMillis(Math.round(Duration.between(start, moment).toMillis() * factor)) : moment;
    }
}
