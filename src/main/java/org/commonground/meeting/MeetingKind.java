package org.commonground.meeting;

import java.util.Optional;

import org.commonground.foundation.Keyed;
import org.commonground.negotiation.Terms;

/** Why the partners meet, and whom that concerns. */
public enum MeetingKind implements Keyed {
    /** Of those who decide together. */
    STEERING("steering", "Steering meeting", false),
    CONSULTATION("consultation", "Consultation", true),
    WORKSHOP("workshop", "Workshop", true),
    SEMINAR("seminar", "Seminar", true);

    private final String key;
    private final String label;
    private final boolean withAllies;

    MeetingKind(String key, String label, boolean withAllies) {
        this.key = key;
        this.label = label;
        this.withAllies = withAllies;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String label() {
        return label;
    }

    /** Whether allies are invited and read the minutes; the partners decide among themselves. */
    public boolean isWithAllies() {
        return withAllies;
    }

    /** How often these terms say that it comes; empty where it has no rhythm and comes when the partners agree on one. */
    public Optional<MeetingInterval> in(Terms terms) {
        return switch (this) {
            case STEERING -> Optional.ofNullable(terms.meetingsPerYear()).map(MeetingInterval::timesAYear);
            case CONSULTATION -> Optional.ofNullable(terms.consultationIntervalMonths()).map(MeetingInterval::ofMonths);
            case WORKSHOP, SEMINAR -> Optional.empty();
        };
    }
}
