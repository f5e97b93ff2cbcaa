package org.commonground.organisation;

import org.commonground.foundation.OrganisationId;

/** The organisation is not taken into the registry. For the focal point, who has no account. */
public record RegistrationRefused(OrganisationId organisation, String name, String reason, Person focalPoint) implements OrganisationFact {
}
