package org.commonground.matter;

import org.commonground.foundation.Fact;
import org.commonground.foundation.PartnershipId;

/** What somebody raised found the partnership no longer at work; that person hears it. */
public record MatterCameTooLate(PartnershipId partnership, MatterKind kind, String why, String person) implements Fact {

    @Override
    public String businessKey() {
        return partnership.value();
    }
}
