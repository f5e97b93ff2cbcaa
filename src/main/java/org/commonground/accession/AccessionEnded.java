package org.commonground.accession;

import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/** Nobody joins by this matter. All members hear why. */
public record AccessionEnded(PartnershipId partnership, String reason, List<OrganisationId> members) implements PartnershipFact {
}
