package org.commonground.organisation.process;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Role;
import org.commonground.organisation.OrganisationKind;
import org.commonground.organisation.Registration;

/** What both forms ask about an organisation, in the words of forms. */
record Stated(String name, String kind, String country, List<String> roles, List<String> levels, List<Place> areas,
        String document, String documentNumber, LocalDate expiresOn, String focalName, String focalEmail, List<Reference> references) {

    /** @param within null when nobody said so */
    record Place(String name, String level, String within) {
    }

    record Reference(String name, String contact) {
    }

    static Stated of(Registration registration) {
        return new Stated(registration.name(), registration.kind().key(), registration.country(),
                registration.roles().stream().map(Role::key).toList(), registration.levels().stream().map(Level::key).toList(),
                registration.areas().stream().map(one -> new Place(one.name(), one.level().key(), one.within())).toList(),
                registration.document().name(), registration.document().number(), registration.document().expiresOn(),
                registration.focalPoint().name(), registration.focalPoint().email(),
                registration.references().stream().map(one -> new Reference(one.name(), one.contact())).toList());
    }

    Registration registration(OrganisationId code, String focalUser) {
        return new Registration(code, name, OrganisationKind.of(kind), country,
                roles.stream().map(Role::of).collect(Collectors.toSet()), levels.stream().map(Level::of).collect(Collectors.toSet()),
                areas.stream().map(one -> new Registration.Place(one.name, Level.of(one.level), one.within)).toList(),
                new Registration.Document(document, documentNumber, expiresOn),
                new Registration.FocalPoint(focalUser, focalName, focalEmail),
                references.stream().map(one -> new Registration.Reference(one.name, one.contact)).toList());
    }
}
