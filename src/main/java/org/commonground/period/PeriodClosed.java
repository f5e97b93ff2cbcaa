package org.commonground.period;

import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/**
 * A period is over and all can read what was reached.
 *
 * @param period   in words
 * @param progress a line for each objective
 * @param hindered what stood in the way, with the name of who says so
 * @param missing  names of those who did not report
 * @param last     whether the term ends with it
 */
public record PeriodClosed(PartnershipId partnership, String period, List<String> progress, List<String> hindered, List<String> missing,
        boolean last, List<OrganisationId> members) implements PartnershipFact {
}
