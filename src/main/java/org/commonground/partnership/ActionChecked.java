package org.commonground.partnership;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/** Somebody outside the owner looked at an action: it is done, or stays open. */
public record ActionChecked(PartnershipId partnership, String what, OrganisationId owner, OrganisationId by, boolean done, String words)
        implements PartnershipFact {
}
