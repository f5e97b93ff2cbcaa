package org.commonground.partnership;

import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/**
 * Who led has left, or did not become a full partner: another of the partners has to be found.
 *
 * @param inForce  whether the agreement is in force; else it has to wait
 * @param partners those who are there still
 */
public record LeadGone(PartnershipId partnership, OrganisationId organisation, boolean inForce, List<OrganisationId> partners)
        implements PartnershipFact {
}
