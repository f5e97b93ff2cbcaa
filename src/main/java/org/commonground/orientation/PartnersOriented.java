package org.commonground.orientation;

import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/**
 * All partners heard how the work begins; who was not there reads it.
 *
 * @param present names of those who were at the meeting
 */
public record PartnersOriented(PartnershipId partnership, Orientation orientation, List<String> present, List<OrganisationId> members)
        implements PartnershipFact {
}
