package org.commonground.partnership;

import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/**
 * Who led has left, or did not become a full partner: another of the partners has to be found before the agreement is in force.
 *
 * @param partners those who are there still
 */
public record LeadGone(PartnershipId partnership, OrganisationId organisation, List<OrganisationId> partners) implements PartnershipFact {
}
