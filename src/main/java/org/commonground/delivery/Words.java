package org.commonground.delivery;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;

import org.commonground.foundation.Days;
import org.commonground.foundation.Refusal;

/** What people wrote, and how the room speaks to them. */
final class Words {

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

    /** To go on with after a sentence. */
    static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    static String day(LocalDate date) {
        return Days.inWords(date);
    }

    /** Such as {@code 12,000 EUR}; just the number where there is no unit. */
    static String amount(BigDecimal amount, String unit) {
        String number = String.format(Locale.ENGLISH, amount.stripTrailingZeros().scale() > 0 ? "%,.2f" : "%,.0f", amount);
        return unit == null ? number : number + " " + unit;
    }

    static boolean same(BigDecimal one, BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }
}
