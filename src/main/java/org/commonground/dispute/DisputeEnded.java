package org.commonground.dispute;

import java.util.List;
import java.util.UUID;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/**
 * A dispute has ended.
 *
 * @param nr      of the dispute within the partnership
 * @param outcome on which rung and how, in nobody's words
 * @param follows what was raised, as a sentence; null where nothing follows
 * @param known   whether the others had heard of it
 * @param parties its sides, as far as they belong to the partnership
 * @param others  all other members
 */
public record DisputeEnded(PartnershipId partnership, UUID dispute, int nr, String outcome, String follows, boolean known,
        List<OrganisationId> parties, List<OrganisationId> others) implements PartnershipFact {

    @Override
    public String matter() {
        return dispute.toString();
    }
}
