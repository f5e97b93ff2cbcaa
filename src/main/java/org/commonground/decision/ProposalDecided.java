package org.commonground.decision;

import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;
import org.commonground.matter.MatterKind;

/**
 * The partners have decided; all members hear how, and what each partner said.
 *
 * @param objection why nothing is done although it was accepted, as a sentence; else null
 */
public record ProposalDecided(PartnershipId partnership, MatterKind kind, Count count, List<Vote> votes, List<OrganisationId> members,
        String objection) implements PartnershipFact {
}
