package org.commonground.decision;

import java.util.List;

import org.commonground.foundation.Fact;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.matter.MatterKind;

/** The partners have decided; all members hear how, and what each partner said. */
public record ProposalDecided(PartnershipId partnership, MatterKind kind, Count count, List<Vote> votes, List<OrganisationId> members)
        implements Fact {

    @Override
    public String businessKey() {
        return partnership.value();
    }
}
