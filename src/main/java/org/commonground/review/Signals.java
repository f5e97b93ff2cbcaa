package org.commonground.review;

import java.util.Comparator;
import java.util.List;

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

    /** @param before what the review before found */
    static Signals of(List<Finding> found, List<Finding> before, int overdueActions, boolean objectiveReached) {
        return new Signals(!found.isEmpty(), (int) found.stream().filter(Finding::isRed).count(), before.stream().anyMatch(Finding::isRed),
                found.stream().filter(finding -> finding.question().key().equals(HealthQuestion.TRUST.key())).map(Finding::mean)
                        .findFirst().orElse(null),
                found.stream().map(Finding::spread).max(Comparator.naturalOrder()).orElse(null), overdueActions, objectiveReached);
    }
}
