package org.commonground.dispute;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/**
 * A dispute stands on its first rung, or on the next one.
 *
 * @param nr      of the dispute within the partnership
 * @param parties its sides, as far as they belong to the partnership
 * @param others  all other members: they hear where it stands and until when
 */
public record DisputeClimbed(PartnershipId partnership, UUID dispute, int nr, Rung rung, Instant ends, List<OrganisationId> parties,
        List<OrganisationId> others) implements PartnershipFact {

    @Override
    public String matter() {
        return dispute.toString();
    }
}
