package org.commonground.foundation;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;

/** Money is counted as its currency is (ISO 4217): the yen has no digits after the point, the euro two, the Kuwaiti dinar three. */
public final class Money {

    private Money() {
    }

    /**
     * Refuses what is no currency, and an amount that cannot be paid in it.
     *
     * @param of what the money is for, to begin the sentence
     */
    public static void expect(String of, BigDecimal amount, String currency) {
        Refusal.unless(currency(currency).isPresent(),
                "“%s”: %s is no currency. Please write its three letters, such as EUR or INR.".formatted(of, currency));
        expectCounted(of, amount, currency);
    }

    /** The same of money whose currency was agreed before anybody looked at it: where it is none, its decimals are left alone. */
    public static void expectCounted(String of, BigDecimal amount, String currency) {
        currency(currency).ifPresent(known -> {
            BigDecimal paid = amount.stripTrailingZeros();
            int digits = known.getDefaultFractionDigits();
            Refusal.unless(paid.scale() <= digits, "“%s”: %s %s cannot be paid. %s has %s.".formatted(of, paid.toPlainString(), currency,
                    currency, digits == 0 ? "no digits after the point" : "at most %d digits after the point".formatted(digits)));
        });
    }

    /** How many digits after the point the currency has; none where it is no currency. */
    static int digits(String currency) {
        return currency(currency).map(Currency::getDefaultFractionDigits).orElse(0);
    }

    /** Gold, special drawing rights and the codes for tests are in the same list, but nobody counts them out. */
    private static Optional<Currency> currency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .filter(known -> known.getCurrencyCode().equals(code) && known.getDefaultFractionDigits() >= 0).findFirst();
    }
}
