package org.commonground.negotiation;

import static org.commonground.foundation.Words.maybe;
import static org.commonground.foundation.Words.said;

/**
 * What a party says to one wording of one topic.
 *
 * @param wording the number of the wording that it saw
 * @param words   the reservation, the proposed wording or the reason; nothing is needed to accept
 */
public record Position(Topic topic, int wording, PositionKind kind, String words) {

    public Position {
        words = kind == PositionKind.ACCEPT ? maybe(words) : said(words, "“%s”: %s".formatted(topic.label(), switch (kind) {
            case STAND_ASIDE -> "please write down your reservation. It will be printed in the agreement.";
            case PROPOSE -> "please write the wording that you propose.";
            default -> "please say why you object, so that the others can answer.";
        }));
    }
}
