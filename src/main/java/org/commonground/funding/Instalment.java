package org.commonground.funding;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

import org.commonground.foundation.Amounts;
import org.commonground.foundation.OrganisationId;

/**
 * Money that shall come.
 *
 * @param provider     who promised it
 * @param providerName its name
 * @param what         the commitment it belongs to
 * @param received     so far
 * @param askOn        the day on which its receiver is asked next
 * @param released     whether nobody waits for it any more
 */
public record Instalment(UUID id, UUID commitment, int nr, OrganisationId provider, String providerName, String what, LocalDate due,
        BigDecimal amount, String currency, OrganisationId receiver, String receiverName, BigDecimal received, LocalDate askOn,
        boolean released) {

    public BigDecimal missing() {
        return amount.subtract(received);
    }

    /** Whether somebody still waits for it. */
    public boolean isOpen() {
        return !released && missing().signum() > 0;
    }

    public String amountInWords() {
        return Amounts.inWords(amount, currency);
    }

    public String missingInWords() {
        return Amounts.inWords(missing(), currency);
    }
}
