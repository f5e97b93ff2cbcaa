package org.commonground.matter;

import org.commonground.foundation.PartnershipId;

/** Who knows whether the partners are reviewing their partnership just now: the room of reviews, which comes later. */
public interface ReviewsUnderWay {

    boolean isUnderWay(PartnershipId partnership);
}
