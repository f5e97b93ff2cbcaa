package org.commonground.filing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.commonground.document.DocumentAudience;
import org.commonground.document.FileType;
import org.commonground.foundation.OrganisationId;

/**
 * A file that somebody brought, with all its versions.
 *
 * @param organisation whose people brought it; null for the house's own
 * @param step         the step that called for it, or null
 * @param versions     the newest first; what was replaced stays
 * @param takenBack    null as long as it is offered
 */
public record Filed(UUID id, Folder folder, OrganisationId organisation, FiledKind kind, DocumentAudience.Kind audience, CallsForFile step,
        List<Version> versions, TakenBack takenBack) {

    public Version newest() {
        return versions.get(0);
    }

    public boolean isOffered() {
        return takenBack == null;
    }

    /**
     * @param name   with the ending that its content has
     * @param sha256 of its content, in hexadecimal
     * @param by     a person's user id
     */
    public record Version(int nr, String name, FileType type, int size, String sha256, Instant at, String by) {
    }

    /** Its content is not offered any more. */
    public record TakenBack(String reason, Instant at, String by) {
    }
}
