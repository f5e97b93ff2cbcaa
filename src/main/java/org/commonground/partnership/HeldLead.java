package org.commonground.partnership;

import java.util.List;
import java.util.Set;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.springframework.stereotype.Component;

/** That an organisation leads. */
@Component
class HeldLead implements Holdings {

    private static final String ONLY = "lead";

    private final PartnershipService partnerships;

    HeldLead(PartnershipService partnerships) {
        this.partnerships = partnerships;
    }

    @Override
    public String kind() {
        return ONLY;
    }

    @Override
    public Set<String> columns() {
        return Set.of("partnership.lead_organisation");
    }

    @Override
    public List<Holding> of(PartnershipId partnership, OrganisationId holder) {
        return partnerships.presentLead(partnership).filter(holder::equals)
                .map(lead -> new Holding(ONLY, "The lead of the partnership.")).stream().toList();
    }

    @Override
    public void handTo(PartnershipId partnership, String ref, OrganisationId holder, OrganisationId taker) {
        partnerships.passLead(partnership, taker);
    }

    /** Once who leads has left, nobody does. */
    @Override
    public void release(PartnershipId partnership, String ref, OrganisationId holder, String reason) {
        // Nothing is written: whoever asks for the lead is told that it is not there.
    }

    @Override
    public String whenReleased() {
        return "The coordinator does what the lead did.";
    }
}
