package org.commonground.partnership;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/**
 * The aims are clear; the proposer should hear what somebody else may have written for it.
 *
 * @param leads whether the organisation that was named as lead leads already: else it is asked first
 */
public record AimsClarified(PartnershipId partnership, OrganisationId proposer, OrganisationId lead, boolean leads, String person)
        implements PartnershipFact {
}
