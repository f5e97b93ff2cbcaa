package org.commonground.matter;

import org.commonground.foundation.OrganisationId;
import org.commonground.organisation.OrganisationFact;

/** Who began to raise a matter has left, and the organisation is in no partnership any more in which it could raise it. */
public record MatterDropped(OrganisationId organisation) implements OrganisationFact {
}
