package org.commonground.vision;

import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/** Every partner endorsed the shared vision. They are told, and the topics come next. */
public record VisionEndorsed(PartnershipId partnership, List<OrganisationId> partners) implements PartnershipFact {
}
