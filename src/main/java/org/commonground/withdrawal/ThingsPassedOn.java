package org.commonground.withdrawal;

import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/** What a partner that leaves held has passed on to others, or was released. */
public record ThingsPassedOn(PartnershipId partnership, OrganisationId organisation, List<String> lines,
        List<OrganisationId> members) implements PartnershipFact {
}
