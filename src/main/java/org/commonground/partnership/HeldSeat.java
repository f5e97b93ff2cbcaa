package org.commonground.partnership;

import java.time.LocalDate;

import org.commonground.foundation.OrganisationId;

/**
 * A seat and who holds it.
 *
 * @param to last day, or null while it is held
 */
public record HeldSeat(OrganisationId organisation, SeatIn seat, LocalDate from, LocalDate to) {
}
