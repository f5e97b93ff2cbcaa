package org.commonground.period;

import java.util.List;

import org.commonground.foundation.PartnershipId;

/** What participants wanted changed when they reported: the room of the reports knows it, and whoever plans next reads it. */
public interface Wishes {

    /** Those of the period that was closed last, none where there was none. */
    List<Wish> ofLastPeriod(PartnershipId partnership);

    /** @param who name of the organisation */
    record Wish(String who, String words) {
    }
}
