package org.commonground.reporting;

import static org.commonground.foundation.Words.maybe;
import static org.commonground.foundation.Words.said;

import java.math.BigDecimal;
import java.util.UUID;

import org.commonground.foundation.Refusal;

/**
 * What came of a support that a seat promised: asked each period until something did.
 *
 * @param commitment what was promised
 * @param amount     granted or bought for; else null
 */
public record CameOf(UUID commitment, Came came, String words, BigDecimal amount, String currency) {

    public CameOf {
        Refusal.unless(came != null, "Please say of each support what came of it.");
        words = said(words, "Please say in words what came of each support, or why nothing did yet.");
        currency = maybe(currency);
        Refusal.unless(came.isMoney() || amount == null,
                "“%s”: an amount belongs to a grant or to something that was bought.".formatted(words));
        if (came.isMoney()) {
            new Report.Outcome(ResultKind.GRANT, words, amount, currency);
        }
    }

    /** A new grant is a result, and so is what was bought. */
    Report.Outcome result() {
        return new Report.Outcome(came == Came.GRANTED ? ResultKind.GRANT : ResultKind.OTHER, words, amount, currency);
    }
}
