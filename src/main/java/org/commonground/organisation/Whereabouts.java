package org.commonground.organisation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;

import org.commonground.foundation.Days;
import org.commonground.foundation.Refusal;
import org.commonground.foundation.Words;

/**
 * Where an organisation is. A day is over for it when it is over there.
 *
 * @param chosen the time zone, where the country has several; otherwise null
 */
record Whereabouts(Country country, String chosen) {

    /** Whether its time zone was chosen, or its country has one only. */
    boolean isSettled(Instant now) {
        return chosen != null || country.onlyZone(now).isPresent();
    }

    /** Refuses a zone of another country, and none where the country has several. */
    void expectZone(Instant now) {
        if (chosen == null) {
            Refusal.unless(!country.isListed() || country.onlyZone(now).isPresent(),
                    "%s has several time zones. Choose the one where the organisation is: %s.".formatted(country.inWords(), zones()));
        } else {
            Refusal.unless(country.zones().stream().anyMatch(zone -> zone.id().getId().equals(chosen)),
                    "“%s” is no time zone of %s. Choose one of these: %s.".formatted(chosen, country.inWords(), zones()));
        }
    }

    private String zones() {
        return Words.list(country.zones().stream().map(Zone::place).toList());
    }

    /** Where nobody has chosen, the day lasts as long as it can: nothing ends too early. */
    ZoneId zone(Instant now) {
        return chosen != null ? ZoneId.of(chosen) : country.onlyZone(now).orElseGet(() -> country.zones().stream().map(Zone::id)
                .min(Comparator.comparingInt(zone -> zone.getRules().getOffset(now).getTotalSeconds())).orElse(Days.WESTERNMOST));
    }

    LocalDate today(Clock clock) {
        return Days.today(zone(clock.instant()), clock);
    }
}
