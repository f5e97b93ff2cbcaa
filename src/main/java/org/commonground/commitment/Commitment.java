package org.commonground.commitment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

import org.commonground.foundation.Amounts;
import org.commonground.foundation.Days;
import org.commonground.foundation.Seat;
import org.commonground.negotiation.ContributionKind;

/**
 * What a seat committed once the agreement was in force.
 *
 * @param name          of the organisation
 * @param detail        what the form of its role asks besides, such as who comes or where; or null
 * @param amount        how much, where it can be counted; else null
 * @param agreed        what the agreement says, in words; null for what goes beyond it
 * @param difference    how it differs from the agreement, in words, or null
 * @param reason        why it differs, or null
 * @param received      of the money so far
 * @param outcomeReason why it was released, or null
 */
public record Commitment(UUID id, Seat seat, String name, ContributionKind kind, String what, String detail, BigDecimal amount, String unit,
        LocalDate from, LocalDate to, String agreed, String difference, String reason, BigDecimal received, CommitmentState state,
        String outcomeReason) {

    /** What is promised, in words: {@code Field schools (40 groups), Guntur, 1 April 2027 to 31 March 2028}. */
    public String inWords() {
        return what + (amount == null ? "" : " (" + Amounts.inWords(amount, unit) + ")") + (detail == null ? "" : ", " + detail)
                + (from == null || to == null ? "" : ", " + Days.inWords(from) + " to " + Days.inWords(to));
    }

    /** The money that came so far: {@code 570,000 EUR}. */
    public String receivedInWords() {
        return Amounts.inWords(received, unit);
    }

    /** Whether it was neither kept nor released. */
    public boolean isOpen() {
        return state == CommitmentState.PROMISED;
    }
}
