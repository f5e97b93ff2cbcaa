package org.commonground.decision;

import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;
import org.commonground.matter.MatterKind;

/**
 * Time overtook what all members were told would be done: nothing was.
 *
 * @param objection why, as a sentence
 */
public record ProposalOvertaken(PartnershipId partnership, MatterKind kind, String objection, List<OrganisationId> members)
        implements PartnershipFact {
}
