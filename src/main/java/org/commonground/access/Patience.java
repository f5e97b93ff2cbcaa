package org.commonground.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Slows down whoever guesses. The first failures cost nothing; from then on each one doubles the wait, up to a minute. A quarter of an hour
 * without failure forgets everything. Counted per address, so that nobody can lock out somebody else.
 */
final class Patience {

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration MEMORY = Duration.ofMinutes(15);
    private static final int MANY = 10_000;

    private final int free;
    private final Clock clock;
    private final ConcurrentMap<String, Failures> failures = new ConcurrentHashMap<>();

    /** @param free how many failures cost nothing */
    Patience(int free, Clock clock) {
        this.free = free;
        this.clock = clock;
    }

    /** How long this one has to wait before the next try; zero when it may try now. */
    Duration wait(String who) {
        Failures past = failures.get(who);
        Duration wait = past == null ? Duration.ZERO : Duration.between(clock.instant(), past.until);
        // A longer one is left over from before the clock was set back.
        return wait.isNegative() || wait.compareTo(LONGEST) > 0 ? Duration.ZERO : wait;
    }

    void failed(String who) {
        Instant now = clock.instant();
        if (failures.size() >= MANY) {
            failures.values().removeIf(past -> past.forgottenAt(now));
        }
        failures.merge(who, new Failures(1, now, now), (past, first) -> past.forgottenAt(now) ? first : past.oneMore(now, free));
    }

    /** Whether there were more failures than cost nothing, and not too long ago. */
    boolean isLosing(String who) {
        Failures past = failures.get(who);
        return past != null && past.number > free && !past.forgottenAt(clock.instant());
    }

    void succeeded(String who) {
        failures.remove(who);
    }

    private record Failures(int number, Instant last, Instant until) {

        boolean forgottenAt(Instant now) {
            return last.plus(MEMORY).isBefore(now);
        }

        Failures oneMore(Instant now, int free) {
            int over = number + 1 - free;
            Duration wait = over <= 0 ? Duration.ZERO : over > 6 ? LONGEST : Duration.ofSeconds(Math.min(LONGEST.toSeconds(), 1L << over));
            return new Failures(number + 1, now, now.plus(wait));
        }
    }
}
