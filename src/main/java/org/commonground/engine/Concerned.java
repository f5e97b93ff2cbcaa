package org.commonground.engine;

import java.util.Collection;

import org.commonground.foundation.OrganisationId;

/** Whom a step for the coordinators is about, told by the room that knows: nobody of theirs in the secretariat is asked to do it. */
public interface Concerned {

    /** None where the step is about none of those this room knows of. */
    Collection<OrganisationId> in(StepContext context);
}
