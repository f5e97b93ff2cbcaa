package org.commonground.home.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.commonground.foundation.Days;
import org.springframework.stereotype.Component;

/** Moments as people read them: a day, and the hour too where it is near. */
@Component
class Moments {

    private static final Duration NEAR = Duration.ofHours(36);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern(", HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final Clock clock;

    Moments(Clock clock) {
        this.clock = clock;
    }

    String inWords(Instant moment) {
        return moment == null ? null : Days.brief(LocalDate.ofInstant(moment, ZoneOffset.UTC))
                + (Duration.between(clock.instant(), moment).abs().compareTo(NEAR) < 0 ? HOUR.format(moment) : "");
    }

    boolean isPast(Instant moment) {
        return moment != null && moment.isBefore(clock.instant());
    }
}
