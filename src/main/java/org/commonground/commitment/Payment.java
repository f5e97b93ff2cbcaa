package org.commonground.commitment;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Refusal;

/**
 * One instalment that a resource provider announces.
 *
 * @param of position of the offer it belongs to, counted from 0 in the order of the offers
 */
public record Payment(int of, LocalDate due, BigDecimal amount, OrganisationId receiver) {

    public Payment {
        Refusal.unless(due != null, "Please say of each instalment on which day it is due.");
        Refusal.unless(amount != null && amount.signum() > 0, "An instalment is more than nothing.");
        Refusal.unless(receiver != null, "Please say of each instalment who receives it.");
    }
}
