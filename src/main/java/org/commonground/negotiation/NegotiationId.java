package org.commonground.negotiation;

import java.util.UUID;

import org.commonground.foundation.NotFound;

/** One negotiation: of a partnership that begins, or later about a change of what was agreed. */
public record NegotiationId(UUID value) {

    public static NegotiationId of(String text) {
        try {
            return new NegotiationId(UUID.fromString(text));
        } catch (IllegalArgumentException strange) {
            throw new NotFound("There is no such negotiation.");
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
