package org.commonground.foundation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days, and how the house speaks of them. */
public final class Days {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter BRIEF = DateTimeFormatter.ofPattern("d\u00a0MMM\u00a0yyyy", Locale.ENGLISH);

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** Where each day ends last. */
    public static final ZoneId WESTERNMOST = ZoneOffset.ofHours(-12);

    private Days() {
    }

    /** The day that it is in this zone: a day is over when it is over where somebody is, whatever the server’s clock shows. */
    public static LocalDate today(ZoneId zone, Clock clock) {
        return LocalDate.now(clock.withZone(zone));
    }

    /**
     * The day that it is already somewhere on earth: east of the server it may be tomorrow, and what is dated later lies ahead for
     * everybody.
     */
    public static LocalDate latest(Clock clock) {
        return today(ZoneOffset.ofHours(14), clock);
    }

    /** Such as {@code 1 April 2027}. */
    public static String inWords(LocalDate day) {
        return DAY.format(day);
    }

    /** Such as {@code 1 April 2027, 09:30 UTC}: for what is over within a day. */
    public static String inWords(Instant moment) {
        return MINUTE.format(moment);
    }

    /** For the narrow columns of a table, such as {@code 1 Apr 2027}, which never breaks. */
    public static String brief(LocalDate day) {
        return BRIEF.format(day);
    }

    /** The name of somebody who gave an answer anew, with the day: {@code FAO · changed on 1 Apr 2027}. Without a day the name alone. */
    public static String changed(String name, LocalDate on) {
        return on == null ? name : name + " · changed on " + brief(on);
    }

    /** Such as {@code 1 Apr 2027 – 30 Jun 2027}. */
    public static String brief(LocalDate from, LocalDate to) {
        return brief(from) + " – " + brief(to);
    }
}
