package org.commonground.negotiation;

import org.commonground.foundation.Level;
import org.commonground.partnership.Place;

/**
 * An area as a row of a form.
 *
 * @param workedBefore yes or no
 */
public record WorkArea(String name, Level level, String workedBefore) {

    private static final String YES = "yes";

    public static WorkArea of(Place place) {
        return new WorkArea(place.name(), place.level(), place.workedBefore() ? YES : "no");
    }

    Place place() {
        return new Place(name, level, YES.equals(workedBefore));
    }
}
