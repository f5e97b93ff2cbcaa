package org.commonground.foundation;

import java.util.List;

/** What people wrote, without the blanks around it. */
public final class Words {

    private Words() {
    }

    /** Refuses with the sentence when nothing was said. */
    public static String said(String text, String sentence) {
        Refusal.unless(text != null && !text.isBlank(), sentence);
        return text.strip();
    }

    /** Null when nothing was said. */
    public static String maybe(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** {@code A, B and C}. */
    public static String list(List<String> names) {
        int last = names.size() - 1;
        return last < 1 ? String.join("", names) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    /** Refuses with the sentence what does not lie between these two, both included. */
    public static int between(Integer number, int least, int most, String sentence) {
        Refusal.unless(number != null && number >= least && number <= most, sentence);
        return number;
    }

    /** To go on with after a sentence. */
    public static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
