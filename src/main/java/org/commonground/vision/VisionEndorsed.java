package org.commonground.vision;

import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;
import org.commonground.partnership.MendedAims;

/**
 * Every partner endorsed the shared vision. They are told, and the topics come next.
 *
 * @param mended which aims the partners mended with it, and how they were before
 */
public record VisionEndorsed(PartnershipId partnership, List<OrganisationId> partners, List<MendedAims.Mended> mended)
        implements PartnershipFact {
}
