package org.commonground.period;

import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/**
 * The plans of a period lie side by side.
 *
 * @param period   in words
 * @param findings clashes and gaps, a sentence each; none when the plans fit together
 * @param remarks  what implementers want the others to know, with their names
 */
public record PlansCompared(PartnershipId partnership, String period, List<String> findings, List<String> remarks,
        List<OrganisationId> members)
        implements PartnershipFact {
}
