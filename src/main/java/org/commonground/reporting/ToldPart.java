package org.commonground.reporting;

import java.time.Instant;

import org.commonground.foundation.Seat;

/**
 * What a seat said of a period, as the others read it.
 *
 * @param name of the organisation
 * @param more the rest of it, or null
 */
public record ToldPart(Seat seat, String name, String words, String more, Instant toldAt) {
}
