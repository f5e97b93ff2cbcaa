package org.commonground.release;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;

/** What is known of the steps of a partnership: what an organisation answered, and what still waits for it. */
public interface SignsOfLife {

    /** What it answered last, where its people alone were asked. */
    Optional<Step> lastAnswer(PartnershipId partnership, OrganisationId organisation);

    /** What waits for it and is due one day. */
    List<Step> waiting(PartnershipId partnership, OrganisationId organisation);

    /** @param at when it was answered, or is due */
    record Step(String label, Instant at) {
    }
}
