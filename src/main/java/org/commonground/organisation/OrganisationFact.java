package org.commonground.organisation;

import org.commonground.foundation.Fact;
import org.commonground.foundation.OrganisationId;

/** A fact that happened to an organisation in the registry. */
public interface OrganisationFact extends Fact {

    OrganisationId organisation();

    @Override
    default String businessKey() {
        return organisation().code();
    }
}
