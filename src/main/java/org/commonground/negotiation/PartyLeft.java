package org.commonground.negotiation;

import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/**
 * Parties left the negotiation, or the others went on without them. Everybody is told why, they too.
 *
 * @param names   of those who left
 * @param parties who are still in it
 */
public record PartyLeft(PartnershipId partnership, NegotiationId negotiation, List<OrganisationId> left, String names, String reason,
        List<OrganisationId> parties) implements PartnershipFact {
}
