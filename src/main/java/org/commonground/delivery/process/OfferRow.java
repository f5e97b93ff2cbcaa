package org.commonground.delivery.process;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.commonground.delivery.Offer;

/** One row of what a seat commits; each form asks what fits its role. */
record OfferRow(Integer nr, String what, String detail, BigDecimal amount, String unit, LocalDate from, LocalDate to, Boolean cannot, String reason) {

    Offer offer() {
        return new Offer(nr, what, detail, amount, unit, from, to, Boolean.TRUE.equals(cannot), reason);
    }
}
