package org.commonground.closure;

import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/** Somebody asked what became of it; all who were members hear the answer. */
public record PartnershipFollowedUp(PartnershipId partnership, String words, List<OrganisationId> members) implements PartnershipFact {
}
