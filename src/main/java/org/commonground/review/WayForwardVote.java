package org.commonground.review;

import static org.commonground.foundation.Words.maybe;

import java.util.EnumSet;
import java.util.Set;

import org.commonground.foundation.Refusal;

/**
 * What a partner decides about the way forward.
 *
 * @param way   the one it chooses
 * @param also  those it could live with as well
 * @param named what it names with it
 * @param words or null
 */
public record WayForwardVote(WayForward way, Set<WayForward> also, NamedChange named, String words) {

    public WayForwardVote {
        Refusal.unless(way != null && way.isChoice(), "Please choose one way forward.");
        also = also.isEmpty() ? Set.of() : EnumSet.copyOf(also);
        words = maybe(words);
    }

    boolean canLiveWith(WayForward other) {
        return way == other || also.contains(other);
    }
}
