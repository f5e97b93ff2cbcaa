package org.commonground.foundation;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({"1234.567, KWD", "100.50, EUR", "100.00, JPY", "5000000, UGX", "1e3, JPY"})
    void what_can_be_paid_is_taken(BigDecimal amount, String currency) {
        assertThatCode(() -> Money.expect("Money", amount, currency)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "100.50 | JPY | “Money”: 100.5 JPY cannot be paid. JPY has no digits after the point.",
        "1.005 | EUR | “Money”: 1.005 EUR cannot be paid. EUR has at most 2 digits after the point.",
        "1.2345 | KWD | “Money”: 1.2345 KWD cannot be paid. KWD has at most 3 digits after the point.",
        "100 | XYZ | “Money”: XYZ is no currency. Please write its three letters, such as EUR or INR.",
        "100 | eur | “Money”: eur is no currency. Please write its three letters, such as EUR or INR.",
        "100 | XAU | “Money”: XAU is no currency. Please write its three letters, such as EUR or INR."})
    void what_cannot_is_refused_by_the_name_of_its_currency(BigDecimal amount, String currency, String sentence) {
        assertThatThrownBy(() -> Money.expect("Money", amount, currency)).isInstanceOf(Refusal.class).hasMessage(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"1234.567 | KWD | 1,234.567 KWD", "1234.5 | KWD | 1,234.500 KWD", "0.5 | EUR | 0.50 EUR",
        "12000.00 | EUR | 12,000 EUR", "1e6 | JPY | 1,000,000 JPY", "12.5 | ha | 12.5 ha"})
    void money_is_printed_with_the_digits_of_its_currency(BigDecimal amount, String unit, String printed) {
        assertThat(Amounts.inWords(amount, unit)).isEqualTo(printed);
    }

    @Test
    void a_currency_that_was_agreed_before_anybody_looked_is_left_alone() {
        assertThatCode(() -> Money.expectCounted("Money", new BigDecimal("100.123"), "XYZ")).doesNotThrowAnyException();
    }
}
