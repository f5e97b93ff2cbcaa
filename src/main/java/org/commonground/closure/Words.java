package org.commonground.closure;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.commonground.foundation.Refusal;

/** What people wrote, without the blanks around it, and days as people say them. */
final class Words {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private Words() {
    }

    /** Refuses with the sentence when nothing was said. */
    static String said(String text, String sentence) {
        Refusal.unless(text != null && !text.isBlank(), sentence);
        return text.strip();
    }

    /** Null when nothing was said. */
    static String maybe(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    static String day(LocalDate date) {
        return date == null ? "" : date.format(DAY);
    }
}
