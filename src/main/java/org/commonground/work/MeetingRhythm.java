package org.commonground.work;

import java.util.Optional;
import java.util.UUID;

import org.commonground.foundation.PartnershipId;

/** Which meetings come when: the room of the meetings knows it, and the work calls that room for each of them. */
public interface MeetingRhythm {

    /**
     * Opens the meeting whose time has come, or takes up again one that stopped with the work; empty where the term leaves room for none.
     */
    Optional<UUID> open(PartnershipId partnership);
}
