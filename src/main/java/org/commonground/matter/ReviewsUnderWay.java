package org.commonground.matter;

import java.util.Optional;

import org.commonground.foundation.PartnershipId;

/** Who knows whether the partners are reviewing their partnership just now: the room of reviews, which comes later. */
public interface ReviewsUnderWay {

    /** Why no other review can be called now, as a sentence; empty when one can. */
    Optional<String> objection(PartnershipId partnership);
}
