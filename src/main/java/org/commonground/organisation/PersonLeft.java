package org.commonground.organisation;

import org.commonground.foundation.OrganisationId;

/** Somebody no longer belongs to the organisation. For that person. */
public record PersonLeft(OrganisationId organisation, Person person) implements OrganisationFact {
}
