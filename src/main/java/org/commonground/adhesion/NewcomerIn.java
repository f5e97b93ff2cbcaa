package org.commonground.adhesion;

import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;
import org.commonground.partnership.Standing;

/**
 * Somebody has joined. All members hear of it, it too.
 *
 * @param seats   in which it takes part, in words
 * @param atWork  whether the agreement is in force
 */
public record NewcomerIn(PartnershipId partnership, OrganisationId organisation, Standing standing, List<String> seats, boolean atWork,
        List<OrganisationId> members) implements PartnershipFact {
}
