package org.commonground.reading;

import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/**
 * Reports of a period were sent back, and answered or not.
 *
 * @param period in words
 * @param lines  whose report, who asked what, and the answer
 */
public record ReportsRead(PartnershipId partnership, String period, List<String> lines, List<OrganisationId> members)
        implements PartnershipFact {
}
