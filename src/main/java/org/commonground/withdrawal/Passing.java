package org.commonground.withdrawal;

import java.util.UUID;

import org.commonground.foundation.OrganisationId;

/**
 * One thing that was offered to somebody, or whose release was asked for.
 *
 * @param taker  whom it is offered to; null where it shall be released
 * @param batch  in which its taker was asked; null before
 * @param reason what was said with the answer, or null
 * @param answeredBy the person who gave the answer; null before
 * @param done   whether what was said has been done
 */
record Passing(UUID id, String kind, String ref, String words, OrganisationId taker, String takerName, PassingState state, Integer batch,
        String reason, String answeredBy, boolean done) {

    String key() {
        return HeldThing.key(kind, ref);
    }

    boolean isOpen() {
        return state == PassingState.OPEN;
    }

    /** Whether nobody need decide on it any more. */
    boolean isSettled() {
        return state == PassingState.ACCEPTED || state == PassingState.RELEASED;
    }
}
