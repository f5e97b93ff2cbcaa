package org.commonground.commitment;

import static org.commonground.foundation.Amounts.same;
import static org.commonground.foundation.Words.maybe;
import static org.commonground.foundation.Words.said;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.commonground.foundation.Amounts;
import org.commonground.foundation.Days;
import org.commonground.foundation.Refusal;
import org.commonground.negotiation.Contribution;

/**
 * One thing that a seat commits, as it says itself.
 *
 * @param nr     of the contribution in the agreement, counted from 1 within the seat; null for something beyond it
 * @param unit   of the amount where it stands beyond the agreement; within it the agreement's unit stands
 * @param cannot whether the seat cannot bring it at all
 * @param reason why it is not as agreed, or null
 */
public record Offer(Integer nr, String what, String detail, BigDecimal amount, String unit, LocalDate from, LocalDate to, boolean cannot,
        String reason) {

    public Offer {
        what = said(what, "Please say of each contribution what it is.");
        detail = maybe(detail);
        unit = maybe(unit);
        reason = maybe(reason);
        Refusal.unless(amount == null || amount.signum() > 0,
                "“%s”: an amount is more than nothing. If you cannot bring it, please tick that.".formatted(what));
        Refusal.unless(from == null || to == null || !to.isBefore(from), "“%s”: the last day comes after the first.".formatted(what));
        Refusal.unless(!cannot || reason != null,
                "“%s”: please say why you cannot bring it. All partners read the reason.".formatted(what));
    }

    /** The same, completed by what the agreement says where the form does not ask. */
    Offer within(Contribution agreed) {
        return new Offer(nr, what, detail, agreed.amount() == null || amount != null ? amount : agreed.amount(),
                agreed.unit() == null ? unit : agreed.unit(), from == null ? agreed.from() : from, to == null ? agreed.to() : to,
                cannot, reason);
    }

    /** How it differs from the agreement, in words; null where it does not. Anything but more of the same needs a reason. */
    String difference(Contribution agreed) {
        if (cannot) {
            return "Will not come";
        }
        List<String> words = new ArrayList<>();
        if (agreed.amount() != null && !same(amount, agreed.amount())) {
            words.add("%s instead of %s".formatted(Amounts.inWords(amount, unit), Amounts.inWords(agreed.amount(), agreed.unit())));
        }
        boolean less = agreed.amount() != null && amount.compareTo(agreed.amount()) < 0;
        if (!from.equals(agreed.from())) {
            words.add("from %s instead of %s".formatted(Days.inWords(from), Days.inWords(agreed.from())));
            less |= from.isAfter(agreed.from());
        }
        if (!to.equals(agreed.to())) {
            words.add("until %s instead of %s".formatted(Days.inWords(to), Days.inWords(agreed.to())));
            less = true;
        }
        if (!what.equals(agreed.what())) {
            words.add("in other words");
            less = true;
        }
        Refusal.unless(!less || reason != null,
                "“%s” is not as agreed (%s). Please say why: all partners read the reason.".formatted(what, String.join(", ", words)));
        return words.isEmpty() ? null : String.join(", ", words);
    }
}
