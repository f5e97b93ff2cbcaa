package org.commonground.matter;

import java.util.List;

import org.commonground.foundation.Fact;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;

/** What somebody raised has reached the partnership; all its members hear of it. */
public record MatterTakenUp(PartnershipId partnership, MatterKind kind, OrganisationId raisedBy, String why, List<OrganisationId> members)
        implements Fact {

    @Override
    public String businessKey() {
        return partnership.value();
    }
}
