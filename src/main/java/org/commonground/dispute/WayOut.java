package org.commonground.dispute;

import java.util.Optional;

import org.commonground.foundation.Keyed;

/** What follows when a dispute ends. */
public enum WayOut implements Keyed {
    NOTHING_MORE("settled", "Settled: nothing else has to follow", null),
    AMENDMENT("amendment", "The agreement is changed: an amendment is raised", "amendment"),
    SUSPENSION("suspension", "The work pauses", "suspension"),
    LEAVING("leaving", "leaves the partnership", "withdrawal"),
    CLOSING("closing", "The partnership is closed", "closure");

    private final String key;
    private final String label;
    private final String matter;

    WayOut(String key, String label, String matter) {
        this.key = key;
        this.label = label;
        this.matter = matter;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String label() {
        return label;
    }

    /** The kind of matter that is raised there and then. */
    Optional<String> matter() {
        return Optional.ofNullable(matter);
    }
}
