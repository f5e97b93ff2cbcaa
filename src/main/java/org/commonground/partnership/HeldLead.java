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
    private final Leadership leadership;

    HeldLead(PartnershipService partnerships, Leadership leadership) {
        this.partnerships = partnerships;
        this.leadership = leadership;
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
    public void handTo(PartnershipId partnership, String ref, OrganisationId holder, OrganisationId taker, String person) {
        leadership.handTo(partnership, taker, person);
    }

    /** Once who leads has left, the partnership looks for another one by itself. */
    @Override
    public void release(PartnershipId partnership, String ref, OrganisationId holder, String reason) {
        // Nothing is written: leaving itself begins the search (Leadership.keepAmongPartners).
    }

    @Override
    public String whenReleased() {
        return "Once it has left, the coordinator proposes another partner, which is asked.";
    }
}
