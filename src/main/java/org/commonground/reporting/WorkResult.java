package org.commonground.reporting;

import java.math.BigDecimal;

import org.commonground.foundation.Amounts;
import org.commonground.foundation.Seat;

/**
 * A result beside the objectives, such as a new policy or a grant.
 *
 * @param period in which it was reported
 * @param seat   that reported it
 * @param name   of the organisation that reported it
 * @param amount of a grant, else null
 */
public record WorkResult(int period, Seat seat, String name, ResultKind kind, String what, BigDecimal amount, String currency) {

    public String inWords() {
        return what + (amount == null ? "" : " (" + Amounts.inWords(amount, currency) + ")");
    }
}
