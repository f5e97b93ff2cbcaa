package org.commonground.amendment;

import java.time.Instant;
import java.util.Map;

import org.commonground.agreement.ReadBefore;
import org.commonground.foundation.OrganisationId;
import org.commonground.negotiation.NegotiationId;
import org.springframework.stereotype.Component;

/** Tells the signature page of a changed agreement who read the change and need not sign it. */
@Component
class AmendmentReadings implements ReadBefore {

    private final AmendmentTables tables;

    AmendmentReadings(AmendmentTables tables) {
        this.tables = tables;
    }

    @Override
    public Map<OrganisationId, Instant> readers(NegotiationId negotiation) {
        return tables.readAt(negotiation);
    }
}
