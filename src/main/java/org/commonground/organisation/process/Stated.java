package org.commonground.organisation.process;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Role;
import org.commonground.organisation.Country;
import org.commonground.organisation.OrganisationKind;
import org.commonground.organisation.Registration;

/** What both forms ask about an organisation. */
record Stated(String name, OrganisationKind kind, String country, List<Role> roles, List<Level> levels, List<Registration.Place> areas,
        String document, String documentNumber, LocalDate expiresOn, String focalName, String focalEmail,
        List<Registration.Reference> references) {

    Registration registration(OrganisationId code, String focalUser) {
        return new Registration(code, name, kind, new Country(country), Set.copyOf(roles), Set.copyOf(levels), areas,
                new Registration.Document(document, documentNumber, expiresOn),
                new Registration.FocalPoint(focalUser, focalName, focalEmail), references);
    }
}
