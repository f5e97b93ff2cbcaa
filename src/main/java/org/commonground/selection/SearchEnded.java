package org.commonground.selection;

import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/**
 * A search beside a partnership that is under way ended, and nobody joins by it. The partnership goes on.
 *
 * @param asked everybody who was a candidate, waits to hear what becomes of it, and did not decline
 */
public record SearchEnded(PartnershipId partnership, List<OrganisationId> asked, String reason) implements PartnershipFact {
}
