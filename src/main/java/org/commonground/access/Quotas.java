package org.commonground.access;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import org.springframework.stereotype.Component;

/**
 * How much one may ask. Who is logged in counts by name alone, so that a whole office behind one address shares nothing but its way to
 * the log-in, which is wide.
 */
@Component
class Quotas {

    /** Whoever has not come for so long has a full bucket again anyway. */
    private static final Duration MEMORY = Duration.ofMinutes(5);
    private static final int MANY = 50_000;

    private volatile Quota address;
    private volatile Quota tries;
    private volatile Quota person;

    Quotas(QuotaSettings settings) {
        begin(settings);
    }

    /** From now on, and for everybody from the beginning. */
    final void begin(QuotaSettings settings) {
        this.address = new Quota(settings.address());
        this.tries = new Quota(settings.tries());
        this.person = new Quota(settings.person());
    }

    /** Counts a call of somebody who is not known; how long to wait if it was one too many, else zero. */
    Duration anonymous(String address) {
        return this.address.take(Household.of(address));
    }

    /** Counts a try to open a door. */
    Duration attempt(String address) {
        return tries.take(Household.of(address));
    }

    Duration person(String name) {
        return person.take(name);
    }

    private static final class Quota {

        private final int minute;
        private final Cache<String, Bucket> buckets = Caffeine.newBuilder().maximumSize(MANY).expireAfterAccess(MEMORY).build();

        Quota(int minute) {
            this.minute = minute;
        }

        Duration take(String who) {
            ConsumptionProbe probe = buckets.get(who, first -> full()).tryConsumeAndReturnRemaining(1);
            return Duration.ofNanos(probe.getNanosToWaitForRefill());
        }

        private Bucket full() {
            return Bucket.builder().addLimit(limit -> limit.capacity(minute).refillGreedy(minute, Duration.ofMinutes(1))).build();
        }
    }
}
