package org.commonground.review;

/**
 * What a review says to the decision table about the way forward.
 *
 * @param shown            whether enough partners answered for the ratings to be shown; if not, nothing is known of them
 * @param red              how many questions are red
 * @param redBefore        whether the review before had a red one too
 * @param trust            the mean of trust, or null
 * @param widestSpread     or null
 * @param overdueActions   how many actions of earlier reviews should be done and are not
 * @param objectiveReached whether all who work for some objective have reported it reached
 */
public record Signals(boolean shown, int red, boolean redBefore, Double trust, Integer widestSpread, int overdueActions,
        boolean objectiveReached) {
}
