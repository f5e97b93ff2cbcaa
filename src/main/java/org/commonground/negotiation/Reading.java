package org.commonground.negotiation;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.commonground.foundation.OrganisationId;

/**
 * What the parties read after a round.
 *
 * @param until when the time to read is over
 * @param names of those still in it
 */
public record Reading(Instant until, Map<OrganisationId, String> names, List<OpenTopic> topics) {

    /** Those who have said nothing to some of the topics. */
    public List<OrganisationId> silent() {
        return names.keySet().stream().filter(party -> topics.stream().anyMatch(topic -> topic.positionOf(party).isEmpty())).toList();
    }
}
