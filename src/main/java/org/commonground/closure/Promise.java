package org.commonground.closure;

import org.commonground.foundation.Refusal;
import org.commonground.foundation.Words;

/**
 * What became of a commitment that was still open.
 *
 * @param nr     its number among the partnership's commitments, from 1
 * @param kept   otherwise the organisation is released from it
 * @param reason why it is released; null when kept
 */
public record Promise(int nr, boolean kept, String reason) {

    public Promise {
        reason = Words.maybe(reason);
        Refusal.unless(kept || reason != null, "Please say why each promise that is not kept is released: all partners read the reason.");
    }
}
