package org.commonground.talks;

import org.commonground.foundation.Keyed;

/** How a side of a dispute sees it. */
public enum Stand implements Keyed {
    SETTLED("settled", "Yes, it is settled"),
    TALK_ON("talkOn", "Not yet: we go on talking on this rung"),
    MOVE_ON("moveOn", "No: we want to go on to the next rung at once"),
    /** Only where nothing but a decider from outside is left. */
    LEAVE("leave", "No: our organisation leaves the partnership instead"),
    CLOSE("close", "No: we propose to close the partnership instead");

    private final String key;
    private final String label;

    Stand(String key, String label) {
        this.key = key;
        this.label = label;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String label() {
        return label;
    }
}
