package org.commonground.partnership;

import static org.commonground.foundation.Words.said;

import org.commonground.foundation.Level;
import org.commonground.foundation.Refusal;

/**
 * An area the partnership will work in.
 *
 * @param workedBefore whether this work was done there before; where not, a local partner must adapt it
 */
public record Place(String name, Level level, boolean workedBefore) {

    public Place {
        name = said(name, "Please name each area.");
        Refusal.unless(level != null, "Please choose the level of the area “%s”.".formatted(name));
    }

    /** Whether the seat is one for a local partner there; whether its holder is one, the {@link Coverage} knows. */
    public boolean isHomeOf(SeatIn seat) {
        return seat.level() == Level.LOCAL && name.equalsIgnoreCase(seat.area());
    }
}
