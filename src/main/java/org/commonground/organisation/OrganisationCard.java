package org.commonground.organisation;

import java.util.List;
import java.util.Set;

import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Role;

/**
 * An organisation as the others see it in the registry.
 *
 * @param kind   in words for people
 * @param country in words for people
 * @param areas  names of the places where it works, in alphabetical order
 * @param flag   the most serious one that is open, or null
 */
public record OrganisationCard(OrganisationId id, String name, String kind, String country, Set<Role> roles,
        Set<Level> levels, List<String> areas, RegistrationState standing, FlagLevel flag) {

    /**
     * Whether it works at this level and, where one is named, in this area.
     *
     * @param area its name, or null where none is meant
     */
    public boolean worksAt(Level level, String area) {
        return levels.contains(level) && (area == null || areas.stream().anyMatch(area::equalsIgnoreCase));
    }

    /** Whether it may take part. */
    public boolean verified() {
        return standing == RegistrationState.VERIFIED;
    }
}
