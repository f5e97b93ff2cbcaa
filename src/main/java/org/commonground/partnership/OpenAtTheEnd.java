package org.commonground.partnership;

import java.util.List;

import org.commonground.foundation.PartnershipId;

/** What a room knows to be open when a partnership moves on: as long as something is, the partnership cannot be closed. */
public interface OpenAtTheEnd {

    /** A sentence for each thing that has to be settled first. */
    List<String> openAtTheEnd(PartnershipId partnership);
}
