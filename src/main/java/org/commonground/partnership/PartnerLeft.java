package org.commonground.partnership;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/** An organisation does not belong to the partnership any more: in every round that is going on, nobody waits for its answer. */
public record PartnerLeft(PartnershipId partnership, OrganisationId party) implements PartnershipFact {
}
