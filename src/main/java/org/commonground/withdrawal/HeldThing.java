package org.commonground.withdrawal;

import org.commonground.partnership.Holding;
import org.commonground.partnership.Holdings;

/**
 * One thing that somebody holds, of whatever kind.
 *
 * @param kind of the room that keeps it
 */
public record HeldThing(Holdings kind, Holding holding) {

    /** As forms and tables name it. */
    public String key() {
        return key(kind.kind(), holding.ref());
    }

    public String words() {
        return holding.words();
    }

    static String key(String kind, String ref) {
        return kind + ":" + ref;
    }
}
