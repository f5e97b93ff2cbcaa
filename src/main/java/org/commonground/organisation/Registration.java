package org.commonground.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Role;

/** What is stated when an organisation is registered. */
public record Registration(OrganisationId code, String name, OrganisationKind kind, Country country, Set<Role> roles,
        Set<Level> levels, List<Place> areas, Document document, FocalPoint focalPoint, List<Reference> references) {

    public Registration {
        roles = Set.copyOf(roles);
        levels = Set.copyOf(levels);
        areas = List.copyOf(areas);
        references = List.copyOf(references);
    }

    /**
     * A named place where the organisation works.
     *
     * @param within name of the larger place it lies in, or null
     */
    public record Place(String name, Level level, String within) {
    }

    /** What proves that the organisation exists. */
    public record Document(String name, String number, LocalDate expiresOn) {
    }

    /** Who speaks for the organisation here, and looks after its people. */
    public record FocalPoint(String user, String name, String email) {
    }

    /** Somebody who can tell about the organisation. */
    public record Reference(String name, String contact) {
    }
}
