package org.commonground.closure;

import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/**
 * The time to ask what became of it has come; all who were members hear the answer.
 *
 * @param known false where nobody asks any more
 * @param words what became of it, or why nobody asks
 */
public record PartnershipFollowedUp(PartnershipId partnership, boolean known, String words, List<OrganisationId> members)
        implements PartnershipFact {
}
