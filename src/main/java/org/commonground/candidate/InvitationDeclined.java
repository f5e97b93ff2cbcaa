package org.commonground.candidate;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/**
 * An organisation does not want to be a candidate this time. For the coordinator.
 */
public record InvitationDeclined(PartnershipId partnership, OrganisationId organisation, String reason) implements PartnershipFact {
}
