package org.commonground.negotiation;

import java.util.List;

/**
 * What one party is asked in a round.
 *
 * @param nr of the round
 */
public record OpenRound(int nr, List<OpenTopic> topics) {
}
