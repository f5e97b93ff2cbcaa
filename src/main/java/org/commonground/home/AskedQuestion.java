package org.commonground.home;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.commonground.foundation.OrganisationId;

/**
 * A question about a partnership, with its answers in their order.
 *
 * @param toCoordinator whether the coordinator alone is asked, else all partners
 * @param byCandidate   whether a candidate asked: all candidates read it, and its name only the house does
 * @param organisation  whose question it is; null where the coordinator asks
 * @param step          the step it is about; else null
 * @param closed        whether who asked has said that it is answered
 */
public record AskedQuestion(UUID id, boolean toCoordinator, boolean byCandidate, OrganisationId organisation, String person, String step,
        String words, Instant at, boolean closed, List<Answer> answers) {

    /** @param organisation null for the coordinator */
    public record Answer(OrganisationId organisation, String person, String words, Instant at) {
    }
}
