package org.commonground.organisation;

import org.commonground.foundation.Fact;
import org.commonground.foundation.OrganisationId;

/** Somebody now belongs to the organisation. For that person. */
public record PersonInvited(OrganisationId organisation, Person person) implements Fact {

    @Override
    public String businessKey() {
        return organisation.code();
    }
}
