package org.commonground.organisation;

import org.commonground.foundation.OrganisationId;

/** Somebody may sign for the organisation. For that person. */
public record MandateGiven(OrganisationId organisation, Person person) implements OrganisationFact {
}
