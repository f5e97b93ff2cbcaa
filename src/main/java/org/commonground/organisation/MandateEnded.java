package org.commonground.organisation;

import org.commonground.foundation.OrganisationId;

/** Somebody may no longer sign for the organisation. For that person. */
public record MandateEnded(OrganisationId organisation, Person person) implements OrganisationFact {
}
