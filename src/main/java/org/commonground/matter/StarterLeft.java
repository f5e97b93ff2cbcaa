package org.commonground.matter;

import org.commonground.foundation.OrganisationId;
import org.commonground.organisation.OrganisationFact;

/** Who started something belongs to the organisation no more, or has no account any more. */
public record StarterLeft(OrganisationId organisation, String starter) implements OrganisationFact {
}
