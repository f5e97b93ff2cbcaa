package org.commonground.review;

import java.time.Instant;

/**
 * A date on which a review was due.
 *
 * @param nr   the how manyth since the sealing
 * @param late whether the review began later than that
 */
public record PlannedDate(int nr, Instant due, boolean late) {
}
