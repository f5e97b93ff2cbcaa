package org.commonground.closure;

import org.commonground.foundation.Refusal;

/** What people wrote, without the blanks around it. */
final class Words {

    private Words() {
    }

    /** Refuses with the sentence when nothing was said. */
    static String said(String text, String sentence) {
        Refusal.unless(text != null && !text.isBlank(), sentence);
        return text.strip();
    }

    /** Null when nothing was said. */
    static String maybe(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
