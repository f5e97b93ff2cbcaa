package org.commonground.selection;

import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/**
 * There was no common ground, and the partnership ended.
 *
 * @param asked  everybody who was a candidate and did not decline: they hear why
 */
public record SelectionEnded(PartnershipId partnership, List<OrganisationId> asked, String reason) implements PartnershipFact {
}
