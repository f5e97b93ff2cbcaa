package org.commonground.orientation;

import static org.commonground.foundation.Words.maybe;
import static org.commonground.foundation.Words.said;

import java.math.BigDecimal;
import java.util.List;

import org.commonground.foundation.Money;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Refusal;

/**
 * Who supports the partnership, with what, and who pays for it.
 *
 * @param host    where it sits
 * @param duties  what it does
 * @param cost    a year; null when it costs nothing extra
 * @param paidBy  who bears the cost, or null
 */
public record Secretariat(OrganisationId host, String duties, List<Person> members, BigDecimal cost, String currency,
        OrganisationId paidBy) {

    public Secretariat {
        Refusal.unless(host != null, "Please choose where the secretariat sits.");
        duties = said(duties, "Please say what the secretariat does.");
        Refusal.unless(members != null && !members.isEmpty(), "A secretariat has at least one person. Please add somebody.");
        members = List.copyOf(members);
        for (Person one : members) {
            Refusal.unless(members.stream().filter(other -> one.account().equals(other.account())).count() == 1,
                    "%s is named twice. Please name each person once, with all that person does.".formatted(one.name()));
        }
        currency = maybe(currency);
        boolean costs = cost != null && cost.signum() > 0;
        Refusal.unless(costs == (currency != null) && costs == (paidBy != null),
                "What a secretariat costs has an amount, a currency and somebody who pays. Please fill in all three, or none.");
        if (costs) {
            Money.expect("Cost a year", cost, currency);
        }
    }

    /**
     * Somebody who works in it.
     *
     * @param account the user id, by which the person finds what is to be done
     */
    public record Person(OrganisationId organisation, String account, String name, String duty) {

        public Person {
            duty = said(duty, "Please say what %s does in the secretariat.".formatted(name));
        }
    }
}
