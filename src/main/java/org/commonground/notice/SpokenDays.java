package org.commonground.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.commonground.foundation.Pace;
import org.springframework.stereotype.Component;

/** How notices speak of days and moments. */
@Component
class SpokenDays {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH);

    private final boolean minutesCount;

    SpokenDays(Pace pace) {
        this.minutesCount = !pace.isEarnest();
    }

    /** The same data, with days and moments in words. Where a day of the process lasts minutes only, moments name the minute. */
    Map<String, Object> spoken(Map<String, ?> data) {
        Map<String, Object> spoken = new LinkedHashMap<>();
        data.forEach((name, value) -> spoken.put(name, spoken(value)));
        return spoken;
    }

    private Object spoken(Object value) {
        if (value instanceof LocalDate day) {
            return DAY.format(day);
        }
        if (value instanceof Instant moment) {
            return (minutesCount ? MINUTE : DAY).format(moment.atOffset(ZoneOffset.UTC));
        }
        return value;
    }
}
