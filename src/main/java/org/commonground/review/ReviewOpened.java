package org.commonground.review;

import java.util.List;

import org.commonground.agreement.PlannedDate;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/**
 * A review began.
 *
 * @param missed the dates that had passed without a review; empty where it is in time
 */
public record ReviewOpened(PartnershipId partnership, int nr, List<PlannedDate> missed) implements PartnershipFact {

    public ReviewOpened {
        missed = List.copyOf(missed);
    }
}
