package org.commonground.matter;

import java.util.List;

import org.commonground.foundation.PartnershipId;
import org.commonground.partnership.OpenAtTheEnd;
import org.springframework.stereotype.Component;

/** Whatever was raised and is not settled yet. */
@Component
class OpenMatters implements OpenAtTheEnd {

    private final MatterService matters;

    OpenMatters(MatterService matters) {
        this.matters = matters;
    }

    @Override
    public List<String> openAtTheEnd(PartnershipId partnership) {
        return matters.open(partnership).stream().map(open -> open.kind().openAtTheEnd(open, matters.raiser(open))).toList();
    }
}
