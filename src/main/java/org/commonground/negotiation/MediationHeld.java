package org.commonground.negotiation;

import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/** A mediator talked with the parties. They read how the talk went and what came of it. */
public record MediationHeld(PartnershipId partnership, NegotiationId negotiation, String suffix, List<OrganisationId> parties,
        String mediator, String minutes, String outcome) implements PartnershipFact {
}
