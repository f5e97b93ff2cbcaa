package org.commonground.document;

import java.time.Instant;
import java.util.UUID;

import org.commonground.foundation.PartnershipId;

/**
 * What is known of a stored file.
 *
 * @param partnership the one it belongs to, or null
 * @param name        in words, without an ending
 * @param sha256      of its content, in hexadecimal
 * @param createdBy   a person's user id, or {@code system}
 */
public record Document(UUID id, PartnershipId partnership, String name, int version, String sha256, FileType type, int size,
        DocumentAudience audience, Instant createdAt, String createdBy) {

    /**
     * As it is called on a reader's disk, among the papers of other partnerships: nothing in it that a file system takes for more than a
     * name.
     */
    public String fileName() {
        boolean telling = partnership == null || name.startsWith(partnership.value());
        return FileName.of(telling ? name : partnership.value() + " " + name, type.ending());
    }
}
