package org.commonground.organisation;

import org.commonground.foundation.OrganisationId;

/** The registration cannot be verified as it is. For the focal point, who has no account yet. */
public record MoreNeeded(OrganisationId organisation, String name, String what, Person focalPoint) implements OrganisationFact {
}
