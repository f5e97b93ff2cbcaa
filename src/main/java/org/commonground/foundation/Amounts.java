package org.commonground.foundation;

import java.math.BigDecimal;
import java.util.Locale;

/** How much of something, compared and in words. */
public final class Amounts {

    private Amounts() {
    }

    /**
     * Such as {@code 12,000 EUR}, {@code 0.50 EUR} or {@code 12.5 ha}: with as many digits as there are, of money either none or all those
     * of its currency. Just the number where there is no unit.
     */
    public static String inWords(BigDecimal amount, String unit) {
        int digits = Math.max(amount.stripTrailingZeros().scale(), 0);
        if (digits > 0) {
            digits = Math.max(digits, Money.digits(unit));
        }
        String number = String.format(Locale.ENGLISH, "%,." + digits + "f", amount);
        return unit == null ? number : number + " " + unit;
    }

    public static boolean same(BigDecimal one, BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }
}
