package org.commonground.agreement;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

import org.commonground.foundation.Pace;

/**
 * When the dates of an agreement come: its end, its reviews, its periods, its payments. In earnest on the day they name; at the pace of a
 * demo as many days of the process after the sealing.
 *
 * @param sealedAt when the partnership's first agreement was sealed, whatever was changed in it since
 */
public record AgreementCalendar(Instant sealedAt, ZoneId zone, Pace pace) {

    public LocalDate sealedOn() {
        return LocalDate.ofInstant(sealedAt, zone);
    }

    /** The moment at which this hour of the day comes. */
    public Instant at(LocalDate day, LocalTime hour) {
        return pace.after(sealedAt, Duration.between(sealedAt, day.atTime(hour).atZone(zone).toInstant()));
    }

    /** Which day of the calendar it is at the moment. */
    public LocalDate dayAt(Instant moment) {
        return LocalDate.ofInstant(sealedAt.plus(pace.between(sealedAt, moment)), zone);
    }
}
