package org.commonground.organisation;

import java.time.LocalDate;

import org.commonground.foundation.OrganisationId;

/** The registration has ended and was not renewed. For the focal points and the coordinator. */
public record RegistrationExpired(OrganisationId organisation, String name, LocalDate expiresOn) implements OrganisationFact {
}
