package org.commonground.negotiation;

import java.util.List;

/**
 * What one party is asked in a round.
 *
 * @param nr     of the round
 * @param change whether it is about something that was agreed before
 */
public record OpenRound(int nr, boolean change, List<OpenTopic> topics) {
}
