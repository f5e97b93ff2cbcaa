package org.commonground.negotiation;

import static org.commonground.foundation.Words.maybe;
import static org.commonground.foundation.Words.said;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

import org.commonground.foundation.Amounts;
import org.commonground.foundation.Days;
import org.commonground.foundation.Money;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Refusal;
import org.commonground.foundation.Role;

/**
 * What an organisation brings in one of its roles, and when.
 *
 * @param id     a name for as long as this wording of the contributions stands; null before it is kept
 * @param amount how much, where it can be counted; else null
 * @param unit   of the amount, for funds a currency code such as EUR; null without an amount
 */
public record Contribution(UUID id, OrganisationId organisation, Role role, ContributionKind kind, String what, BigDecimal amount,
        String unit, LocalDate from, LocalDate to) {

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    public Contribution {
        what = said(what, "Please say of each contribution what it is.");
        unit = maybe(unit);
        Refusal.unless(from != null && to != null && !to.isBefore(from),
                "“%s”: please say from which day to which, the first one first.".formatted(what));
        Refusal.unless(amount == null || amount.signum() > 0, "“%s”: an amount is more than nothing.".formatted(what));
        Refusal.unless((amount == null) == (unit == null), "“%s”: an amount and its unit go together.".formatted(what));
        Refusal.unless(kind != ContributionKind.FUNDS || (amount != null && CURRENCY.matcher(unit).matches()),
                "“%s”: funds have an amount and a currency of three letters, such as EUR.".formatted(what));
    }

    /** As somebody writes it down now: money in a currency that there is, as it can be paid. What was agreed earlier stays as it is. */
    public static Contribution given(OrganisationId organisation, Role role, ContributionKind kind, String what, BigDecimal amount,
            String unit, LocalDate from, LocalDate to) {
        Contribution given = new Contribution(null, organisation, role, kind, what, amount, unit, from, to);
        if (kind == ContributionKind.FUNDS) {
            Money.expect(given.what(), given.amount(), given.unit());
        }
        return given;
    }

    /** All that it says, to be compared with another one: the name it has does not count. */
    public List<Object> allItSays() {
        return List.of(organisation, role, kind, what, howMuch(), from, to);
    }

    /** Whether it is the same thing of the same seat, and asks for no more and for no longer than the other one. */
    boolean asksNoMoreThan(Contribution other) {
        return organisation.equals(other.organisation) && role == other.role && kind == other.kind && what.equals(other.what)
                && !to.isAfter(other.to) && Objects.equals(unit, other.unit)
                && (amount == null || other.amount != null && amount.compareTo(other.amount) <= 0);
    }

    /** Such as {@code 1,350,000 EUR}; empty where it cannot be counted. */
    public String howMuch() {
        return amount == null ? "" : Amounts.inWords(amount, unit);
    }

    /** @param name of the organisation */
    String inWords(String name) {
        return "%s, %s: %s%s, %s".formatted(name, role.label().toLowerCase(), what, amount == null ? "" : " (%s)".formatted(howMuch()),
                Days.brief(from, to));
    }
}
