package org.commonground.amendment;

import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/**
 * It is known what shall change, and who signs it.
 *
 * @param subjects what changes, in words
 * @param signing  who signs it, in words
 * @param why      they sign it, and nobody else has to
 */
public record AmendmentProposed(PartnershipId partnership, String suffix, List<String> subjects, String signing, String why,
        List<OrganisationId> members) implements PartnershipFact {
}
