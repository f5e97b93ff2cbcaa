package org.commonground.organisation;

import java.time.LocalDate;

import org.commonground.foundation.OrganisationId;

/** The registration ends within so many days (90, 60, 30). For the focal points. */
public record RegistrationExpiring(OrganisationId organisation, String name, LocalDate expiresOn, int daysBefore)
        implements OrganisationFact {
}
