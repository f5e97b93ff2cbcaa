package org.commonground.organisation;

import org.commonground.foundation.OrganisationId;

/** The organisation may take part from now on. For its focal point. */
public record OrganisationVerified(OrganisationId organisation, String name) implements OrganisationFact {
}
