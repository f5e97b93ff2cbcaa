package org.commonground.decision;

/** What people wrote, without the blanks around it. */
final class Words {

    private Words() {
    }

    /** Null when nothing was said. */
    static String maybe(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
