package org.commonground.negotiation;

import java.util.List;

/**
 * What all parties can live with on one topic.
 *
 * @param reservations of those who stand aside
 * @param rounds       in how many rounds it was talked about
 */
public record AgreedTopic(Topic topic, String wording, List<Reservation> reservations, int rounds) {
}
