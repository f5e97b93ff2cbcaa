package org.commonground.partnership;

import org.commonground.foundation.Level;
import org.commonground.foundation.Role;

/**
 * One seat in a partnership: in which role, at which level.
 *
 * @param area      where the seat is bound to one area, else null
 * @param expertise the kind of expertise it brings, or null
 */
public record SeatIn(Role role, Level level, String area, String expertise) {

    /** The seat in words: {@code Expert, local, Guntur (Entomology)}. */
    public String inWords() {
        return role.label() + ", " + level.key() + (area == null ? "" : ", " + area) + (expertise == null ? "" : " (" + expertise + ")");
    }
}
