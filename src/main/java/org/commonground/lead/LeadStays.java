package org.commonground.lead;

import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/**
 * The lead was to be passed on, and stays where it is.
 *
 * @param why as a sentence
 */
public record LeadStays(PartnershipId partnership, OrganisationId organisation, String why, List<OrganisationId> members)
        implements PartnershipFact {
}
