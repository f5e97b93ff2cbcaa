package org.commonground.organisation;

import java.util.UUID;

import org.commonground.foundation.OrganisationId;

/** The coordinator wants the manager's decision about a flag. For the manager. */
public record FlagEscalated(OrganisationId organisation, UUID flag, FlagLevel level, String question) implements OrganisationFact {

    @Override
    public String matter() {
        return flag.toString();
    }
}
