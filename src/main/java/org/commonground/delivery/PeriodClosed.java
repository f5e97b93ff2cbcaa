package org.commonground.delivery;

import java.util.List;

import org.commonground.foundation.Fact;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;

/**
 * A period is over and all can read what was reached.
 *
 * @param period   in words
 * @param progress a line for each objective
 * @param missing  names of those who did not report
 */
public record PeriodClosed(PartnershipId partnership, String period, List<String> progress, List<String> missing, List<OrganisationId> members)
        implements Fact {

    @Override
    public String businessKey() {
        return partnership.value();
    }
}
