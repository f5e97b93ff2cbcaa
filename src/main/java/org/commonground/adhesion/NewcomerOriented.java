package org.commonground.adhesion;

import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/**
 * Who joined was shown the work, or nobody came. All members read what was said.
 *
 * @param present names of who was there
 */
public record NewcomerOriented(PartnershipId partnership, OrganisationId organisation, NewcomerOrientation orientation,
        List<String> present,
        List<OrganisationId> members) implements PartnershipFact {
}
