package org.commonground.agreement;

import java.util.List;

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

    /** {@code A, B and C}. */
    static String list(List<String> names) {
        int last = names.size() - 1;
        return last < 1 ? String.join("", names) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
