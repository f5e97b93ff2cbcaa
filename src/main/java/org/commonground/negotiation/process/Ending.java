package org.commonground.negotiation.process;

import java.util.List;

import org.commonground.engine.Choice;
import org.commonground.negotiation.NegotiationCard;
import org.commonground.partnership.FoundingEnd;

/** How partners go on, or end it. What ends with a negotiation depends on what it is about. */
final class Ending {

    private static final Choice NEXT = new Choice("Ask the partners again", "next");

    private static final String AGREED = "what was agreed before holds, and all partners are told why";

    private Ending() {
    }

    /** @param endProposed whether the partners are voting on that already */
    static List<Choice> choices(NegotiationCard negotiation, boolean endProposed) {
        return endProposed ? List.of(NEXT) : List.of(NEXT, new Choice(negotiation.isFounding() ? FoundingEnd.CHOICE
                : "There is no common ground: " + AGREED, "none"));
    }

    /** @param change whether something changes that was agreed before */
    static String leaving(boolean change) {
        return change ? "We do not go along: nothing changes" : "We leave the negotiation";
    }

    static String leavingMeans(boolean change) {
        return change ? "No positions are needed then, and " + AGREED
                : "No positions are needed then, and our organisation is no partner any more";
    }

    static List<Choice> afterReading(boolean change) {
        return List.of(new Choice("Yes, we are ready", "ready"), new Choice("Yes, and we want the time to think", "time"),
                new Choice(change ? "We do not go along, or take it back: " + AGREED
                        : "We leave the negotiation, and are no partner any more", "leave"));
    }
}
