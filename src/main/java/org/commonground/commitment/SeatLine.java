package org.commonground.commitment;

import org.commonground.negotiation.Contribution;

/**
 * A line of the agreement that a seat is to answer.
 *
 * @param nr     of the contribution in the agreement, counted from 1 within the seat
 * @param before what the seat has promised of it so far; null where it is new
 */
public record SeatLine(int nr, Contribution agreed, Commitment before) {
}
