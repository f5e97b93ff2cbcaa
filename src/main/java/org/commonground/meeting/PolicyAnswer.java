package org.commonground.meeting;

import static org.commonground.foundation.Words.maybe;

import org.commonground.foundation.Refusal;

/**
 * What is known of a policy that an earlier meeting hoped for.
 *
 * @param nr   of that meeting
 * @param came null while nobody knows
 */
public record PolicyAnswer(int nr, Boolean came, String words) {

    public PolicyAnswer {
        words = maybe(words);
        Refusal.unless(came == null || words != null, came != null && came ? "Please say in a sentence which policy came."
                : "Please say in a sentence why the policy did not come.");
    }
}
