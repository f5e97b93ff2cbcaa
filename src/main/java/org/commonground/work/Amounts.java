package org.commonground.work;

import java.math.BigDecimal;
import java.util.Locale;

/** How much of something, compared and in words. */
public final class Amounts {

    private Amounts() {
    }

    /** Such as {@code 12,000 EUR}, {@code 0.50 EUR} or {@code 1.234 KWD}; just the number where there is no unit. */
    public static String inWords(BigDecimal amount, String unit) {
        int digits = amount.stripTrailingZeros().scale();
        String number = String.format(Locale.ENGLISH, "%,." + (digits > 0 ? Math.max(digits, 2) : 0) + "f", amount);
        return unit == null ? number : number + " " + unit;
    }

    public static boolean same(BigDecimal one, BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }
}
