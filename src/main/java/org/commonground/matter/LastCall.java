package org.commonground.matter;

import java.util.Optional;

import org.commonground.foundation.PartnershipId;

/** Told by a room that knows from when on nothing at all can be raised any more. */
public interface LastCall {

    /** Why nothing can be raised any more, as a sentence; empty while something can. */
    Optional<String> tooLate(PartnershipId partnership);
}
