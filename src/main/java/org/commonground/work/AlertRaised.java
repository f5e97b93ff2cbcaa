package org.commonground.work;

import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/**
 * Something in the work needs attention.
 *
 * @param words     what is the matter, and what to do, in sentences
 * @param concerned the organisations that should hear of it; the coordinator does in any case
 */
public record AlertRaised(PartnershipId partnership, AlertKind kind, String words, List<OrganisationId> concerned)
        implements PartnershipFact {
}
