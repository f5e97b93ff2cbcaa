package org.commonground.delivery.process;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How forms speak of days. */
final class Days {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private Days() {
    }

    static String inWords(LocalDate day) {
        return day.format(DAY);
    }

    static String inWords(LocalDate from, LocalDate to) {
        return inWords(from) + " – " + inWords(to);
    }
}
