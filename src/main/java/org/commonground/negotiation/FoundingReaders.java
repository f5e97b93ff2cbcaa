package org.commonground.negotiation;

import java.util.Collection;
import java.util.List;

import org.commonground.document.Readership;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Phase;
import org.springframework.stereotype.Component;

/** Those who found the partnership read its papers while they found it; later its members do, and who has left reads what it signed. */
@Component
class FoundingReaders implements Readership {

    private final NegotiationService negotiations;
    private final PartnershipService partnerships;

    FoundingReaders(NegotiationService negotiations, PartnershipService partnerships) {
        this.negotiations = negotiations;
        this.partnerships = partnerships;
    }

    @Override
    public Collection<OrganisationId> readers(PartnershipId partnership) {
        boolean founding = partnerships.title(partnership).filter(one -> one.phase().isBefore(Phase.IN_FORCE)).isPresent();
        return founding ? negotiations.founding(partnership).map(negotiations::parties).orElse(List.of()) : List.of();
    }
}
