package org.commonground.closure;

import static org.commonground.foundation.Words.maybe;

import org.commonground.foundation.Refusal;

/**
 * What became of one item of the closing list.
 *
 * @param done  settled; otherwise it is left open, for a reason
 * @param words the reason, or a note; null where nothing was said
 */
public record Settlement(ClosingItem item, boolean done, String words) {

    public Settlement {
        words = maybe(words);
        Refusal.unless(done || words != null, "“%s”: please say why it is left open. The reason stands in the closing report.".formatted(
                item.label()));
    }
}
