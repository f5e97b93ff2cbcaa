package org.commonground.visit;

import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/** A visit is over; all members hear what was seen. */
record VisitReported(PartnershipId partnership, OrganisationId host, List<String> seen, List<OrganisationId> members)
        implements PartnershipFact {
}
