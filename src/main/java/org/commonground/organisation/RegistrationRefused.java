package org.commonground.organisation;

import org.commonground.foundation.Fact;
import org.commonground.foundation.OrganisationId;

/** The organisation is not taken into the registry. For the focal point, who has no account. */
public record RegistrationRefused(OrganisationId organisation, String name, String reason, Person focalPoint) implements Fact {

    @Override
    public String businessKey() {
        return organisation.code();
    }
}
