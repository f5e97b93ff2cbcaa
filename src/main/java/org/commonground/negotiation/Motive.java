package org.commonground.negotiation;

import java.util.Optional;

/** Why something that was agreed is negotiated anew, told by the room that began it. */
public interface Motive {

    /** Who wants it and why, for all who negotiate; empty where this room did not begin it. */
    Optional<Wish> of(NegotiationId negotiation);

    /** @param who by name */
    record Wish(String who, String why) {
    }
}
