package org.commonground.organisation;

import org.commonground.foundation.OrganisationId;

/** A renewed registration document was stated. For the coordinator. */
public record RegistrationRenewed(OrganisationId organisation, String name, Registration.Document document, String by)
        implements OrganisationFact {
}
