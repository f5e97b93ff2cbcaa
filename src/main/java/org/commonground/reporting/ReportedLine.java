package org.commonground.reporting;

import org.commonground.foundation.Seat;

/**
 * One line of what a seat said of a period.
 *
 * @param who name of the organisation
 */
public record ReportedLine(Seat seat, String who, String about, String words) {
}
