package org.commonground.matter;

import java.util.List;

import org.commonground.foundation.PartnershipId;
import org.commonground.organisation.OrganisationService;
import org.commonground.partnership.OpenAtTheEnd;
import org.springframework.stereotype.Component;

/** Whatever was raised and is not settled yet. */
@Component
class OpenMatters implements OpenAtTheEnd {

    private final MatterService matters;
    private final OrganisationService organisations;

    OpenMatters(MatterService matters, OrganisationService organisations) {
        this.matters = matters;
        this.organisations = organisations;
    }

    @Override
    public List<String> openAtTheEnd(PartnershipId partnership) {
        return matters.open(partnership).stream().map(open -> "“%s”, raised by %s, has to be settled."
                .formatted(open.kind().label(), organisations.card(open.raisedBy()).name())).toList();
    }
}
