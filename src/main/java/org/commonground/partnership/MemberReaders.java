package org.commonground.partnership;

import java.util.Collection;

import org.commonground.document.Readership;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.springframework.stereotype.Component;

/** The members read the papers. */
@Component
class MemberReaders implements Readership {

    private final PartnershipService partnerships;

    MemberReaders(PartnershipService partnerships) {
        this.partnerships = partnerships;
    }

    @Override
    public Collection<OrganisationId> readers(PartnershipId partnership) {
        return partnerships.members(partnership).stream().map(Member::organisation).toList();
    }
}
