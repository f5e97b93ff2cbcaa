package org.commonground.agreement;

import java.util.Map;

import org.commonground.negotiation.Terms;
import org.commonground.negotiation.Topic;

/**
 * All that binds the partners today, topic by topic, so that it can be changed.
 *
 * @param version the number of the sealed version that says it
 * @param words   the wordings; of lists such as the objectives an introduction
 * @param terms   what they yield, the aims too
 */
public record InForce(int version, Map<Topic, String> words, Terms terms) {
}
