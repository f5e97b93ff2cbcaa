package org.commonground.negotiation;

import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/**
 * The negotiation ended without common ground. Everybody who took part in it to the end is told why.
 *
 * @param suffix null at a founding
 * @param told at a founding all members, allies too: the partnership ends with it
 */
public record NegotiationEnded(PartnershipId partnership, NegotiationId negotiation, String suffix, List<OrganisationId> told,
        String reason)
        implements PartnershipFact {
}
