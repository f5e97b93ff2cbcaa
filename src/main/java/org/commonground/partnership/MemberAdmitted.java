package org.commonground.partnership;

import java.util.List;

import org.commonground.foundation.Fact;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;

/** An organisation became a member, in these seats. */
public record MemberAdmitted(PartnershipId partnership, OrganisationId organisation, Standing standing, List<SeatIn> seats) implements Fact {

    @Override
    public String businessKey() {
        return partnership.value();
    }
}
