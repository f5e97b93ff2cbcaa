package org.commonground.candidate;

import java.util.Optional;

import org.commonground.foundation.PartnershipId;

/** What whoever is invited to join a partnership that is under way reads about it. Each room that has something to tell brings a line. */
public interface UnderWay {

    /** Empty where there is nothing to tell. */
    Optional<Line> toInvited(PartnershipId partnership);

    record Line(String heading, String words) {
    }
}
