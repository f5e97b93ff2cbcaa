package org.commonground.partnership;

import static org.commonground.foundation.Words.maybe;

import org.commonground.foundation.Level;
import org.commonground.foundation.Role;
import org.commonground.organisation.OrganisationCard;

/**
 * One seat in a partnership: in which role, at which level.
 *
 * @param area      where the seat is bound to one area, else null
 * @param expertise the kind of expertise it brings, or null
 * @param belongs   how its holder belongs there, where the registry does not know it at that level and in that area; else null
 */
public record SeatIn(Role role, Level level, String area, String expertise, String belongs) {

    public SeatIn {
        belongs = maybe(belongs);
    }

    public SeatIn(Role role, Level level, String area, String expertise) {
        this(role, level, area, expertise, null);
    }

    /** The seat as this organisation takes it: how it belongs there is kept only where the registry does not know it. */
    public SeatIn takenBy(OrganisationCard card, String how) {
        return card.worksAt(level, area) ? this : new SeatIn(role, level, area, expertise, how);
    }

    /** {@code local in Guntur}, or {@code national} where it is bound to no area. */
    public String where() {
        return level.key() + (area == null ? "" : " in " + area);
    }

    /** The seat in words: {@code Expert, local, Guntur (Entomology)}. */
    public String inWords() {
        return role.label() + ", " + level.key() + (area == null ? "" : ", " + area) + (expertise == null ? "" : " (" + expertise + ")");
    }
}
