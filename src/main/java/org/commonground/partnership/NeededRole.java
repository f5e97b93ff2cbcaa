package org.commonground.partnership;

import java.util.UUID;

import org.commonground.foundation.Level;
import org.commonground.foundation.Role;

/**
 * A role that the aims call for.
 *
 * @param area      where it is needed, or null when it is bound to no area
 * @param expertise the kind of expertise asked for, or null
 * @param reason    why, in sentences for people
 * @param waiver    why the partnership goes on without it, or null
 */
public record NeededRole(UUID id, Role role, Level level, String area, String expertise, String reason, String waiver) {

    /** The role in words: {@code Expert, local, Guntur}. */
    public String inWords() {
        return seat().inWords();
    }

    /** The seat of whoever takes it. */
    public SeatIn seat() {
        return new SeatIn(role, level, area, expertise);
    }

    /**
     * Whether the seat is meant for the need: same role, same level, and the area, where one is asked for. Whether its holder can take it,
     * the {@link Coverage} knows.
     */
    public boolean isMetBy(SeatIn seat) {
        return role == seat.role() && level == seat.level() && (area == null || area.equalsIgnoreCase(seat.area()));
    }

    /** The same role, asked for by another rule too. */
    NeededRole and(NeededRole other) {
        return new NeededRole(id, role, level, area, join(expertise, other.expertise, ", "), join(reason, other.reason, " "), null);
    }

    private static String join(String one, String other, String between) {
        if (one == null || other == null || one.contains(other)) {
            return one == null ? other : one;
        }
        return one + between + other;
    }
}
