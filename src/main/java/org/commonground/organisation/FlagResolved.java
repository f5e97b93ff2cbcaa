package org.commonground.organisation;

import java.util.UUID;

import org.commonground.foundation.OrganisationId;

/** A flag no longer stands. For the coordinator and the organisation's focal points. */
public record FlagResolved(OrganisationId organisation, UUID flag, FlagLevel level, String resolution) implements OrganisationFact {

    @Override
    public String matter() {
        return flag.toString();
    }
}
