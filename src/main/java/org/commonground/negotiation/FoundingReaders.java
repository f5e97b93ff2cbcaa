package org.commonground.negotiation;

import java.util.Collection;
import java.util.List;

import org.commonground.document.Readership;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.springframework.stereotype.Component;

/** Those who found the partnership read its papers before they are members. */
@Component
class FoundingReaders implements Readership {

    private final NegotiationService negotiations;

    FoundingReaders(NegotiationService negotiations) {
        this.negotiations = negotiations;
    }

    @Override
    public Collection<OrganisationId> readers(PartnershipId partnership) {
        return negotiations.founding(partnership).map(negotiations::parties).orElse(List.of());
    }
}
