package org.commonground.learning;

import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/**
 * A lesson on which a partnership builds may not be read by it any more.
 *
 * @param partnership the one that builds on it
 * @param source      who told it, and in which year
 * @param withdrawn   whether by who told it; else somebody keeps it within the partnership where it was learned
 * @param users       who belongs to the partnership that builds on it
 */
public record LessonTakenBack(PartnershipId partnership, String source, boolean withdrawn, List<OrganisationId> users)
        implements PartnershipFact {
}
