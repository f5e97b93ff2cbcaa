package org.commonground.learning;

import java.util.Locale;

/** How far an organisation lets a lesson of its partnership go. */
public enum Reach {
    /** The members of its partnership. */
    OWN,
    /** All who use this house. */
    SHARED,
    /** Nobody finds it any more; only who told it says so. */
    WITHDRAWN;

    /** What a form asks; whoever does not answer keeps it in the partnership. */
    public static Reach asked(String answer) {
        return "shared".equals(answer) ? SHARED : OWN;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Reach of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
