package org.commonground.work;

import java.time.Instant;
import java.util.UUID;

import org.commonground.foundation.OrganisationId;

/**
 * Something in the work that needs attention.
 *
 * @param organisation that it concerns first
 * @param words        what is the matter, a sentence
 * @param resolvedAt   null while it is open
 */
public record Alert(UUID id, AlertKind kind, OrganisationId organisation, String words, Instant raisedAt, Instant resolvedAt) {

    public boolean isOpen() {
        return resolvedAt == null;
    }
}
