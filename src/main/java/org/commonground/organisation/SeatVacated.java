package org.commonground.organisation;

import org.commonground.foundation.Fact;
import org.commonground.foundation.Seat;

/** The last person has left a seat: what waits there goes to everybody in the organisation. */
public record SeatVacated(Seat seat) implements Fact {

    @Override
    public String businessKey() {
        return seat.organisation().code();
    }
}
