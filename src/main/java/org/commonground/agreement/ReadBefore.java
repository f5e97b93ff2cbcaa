package org.commonground.agreement;

import java.time.Instant;
import java.util.Map;

import org.commonground.foundation.OrganisationId;
import org.commonground.negotiation.NegotiationId;

/** Who read a change that it need not sign before it was sealed, told by the room that asks them. */
public interface ReadBefore {

    /** When each read it last; who did not answer is not among them. */
    Map<OrganisationId, Instant> readers(NegotiationId negotiation);
}
