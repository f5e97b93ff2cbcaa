package org.commonground.agreement;

import java.time.Instant;

/**
 * A date on which something agreed was due, such as a review.
 *
 * @param nr   the how manyth since the sealing
 * @param late whether it began later than that
 */
public record PlannedDate(int nr, Instant due, boolean late) {
}
