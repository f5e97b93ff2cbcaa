package org.commonground.reporting;

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
 * @param told     what the other seats said, under the heading of each kind
 * @param results  policy outcomes, new grants and other results of this period
 * @param missing  who did not report, in which role
 * @param last     whether the term ends with it
 */
public record PeriodClosed(PartnershipId partnership, String period, List<String> progress, List<String> hindered, List<Told> told,
        List<String> results, List<String> missing, boolean last, List<OrganisationId> members) implements PartnershipFact {

    /** @param lines each with the name of who says so */
    public record Told(String heading, List<String> lines) {
    }
}
