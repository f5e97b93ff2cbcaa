package org.commonground.amendment;

import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/** A change came to nothing; what was agreed before holds. All members are told why. */
public record AmendmentEnded(PartnershipId partnership, String suffix, String reason, List<OrganisationId> members)
        implements PartnershipFact {
}
