package org.commonground.delivery;

import java.math.BigDecimal;
import java.util.Locale;

/** How much of something, compared and in words. */
final class Amounts {

    private Amounts() {
    }

    /** Such as {@code 12,000 EUR}; just the number where there is no unit. */
    static String inWords(BigDecimal amount, String unit) {
        String number = String.format(Locale.ENGLISH, amount.stripTrailingZeros().scale() > 0 ? "%,.2f" : "%,.0f", amount);
        return unit == null ? number : number + " " + unit;
    }

    static boolean same(BigDecimal one, BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }
}
