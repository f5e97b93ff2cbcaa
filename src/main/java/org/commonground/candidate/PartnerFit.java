package org.commonground.candidate;

import org.commonground.foundation.Keyed;

/** What an assessment says about a candidate, and what is decided about it in the end. */
public enum PartnerFit implements Keyed {
    INCLUDE("include", "Include"),
    /** A full partner, and building its capacity comes before its part of the work. */
    STRENGTHEN_FIRST("strengthenFirst", "Strengthen first"),
    OBSERVE_AS_ALLY("observeAsAlly", "Observe as ally"),
    DECLINE("decline", "Decline"),
    /** The decision table leaves it to a person. */
    COORDINATOR_DECIDES("coordinatorDecides", "The coordinator decides");

    private final String key;
    private final String label;

    PartnerFit(String key, String label) {
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

    public static PartnerFit of(String key) {
        return Keyed.of(PartnerFit.class, key);
    }
}
