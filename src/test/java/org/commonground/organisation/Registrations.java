package org.commonground.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Role;

/** Registrations to test with. */
public final class Registrations {

    private Registrations() {
    }

    /** An NGO whose focal point is {@code <code>Focal}, with a registration until the end of 2040. */
    public static Registration of(String code) {
        return of(code, "Organisation " + code, LocalDate.of(2040, 12, 31));
    }

    /** The same in another country. */
    public static Registration in(String country, String code) {
        return of(code, "Organisation " + code, country, LocalDate.of(2040, 12, 31));
    }

    public static Registration of(String code, String name, LocalDate expiresOn) {
        return of(code, name, "IN", expiresOn);
    }

    /** @param country its two letters */
    public static Registration of(String code, String name, String country, LocalDate expiresOn) {
        return new Registration(new OrganisationId(code), name, OrganisationKind.NGO, new Country(country),
                Set.of(Role.EXPERT, Role.IMPLEMENTER), Set.of(Level.STATE, Level.LOCAL),
                List.of(new Registration.Place("Guntur", Level.LOCAL, "Andhra Pradesh")),
                new Registration.Document("Certificate of registration", "4711/" + code, expiresOn),
                new Registration.FocalPoint(user(code), "Focal of " + code, user(code) + "@example.org"),
                List.of(new Registration.Reference("Dr. Rao", "rao@example.org")));
    }

    private static String user(String code) {
        return code.toLowerCase() + "Focal";
    }
}
