package org.commonground.funding;

import java.time.LocalDate;

/**
 * Money that came.
 *
 * @param amount   in words, with its currency
 * @param provider its name
 * @param receiver its name
 * @param what     the commitment it belongs to
 * @param note     what the receiver noted, or null
 */
public record Receipt(LocalDate on, String amount, String provider, String receiver, String what, String note) {
}
