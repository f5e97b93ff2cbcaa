package org.commonground.partnership;

import java.time.LocalDate;
import java.util.UUID;

import org.commonground.foundation.OrganisationId;

/**
 * An action as it stands.
 *
 * @param nr        its number in the partnership, in the order in which they were agreed; it never changes
 * @param source    where it was agreed, such as {@code Review 2}
 * @param open      until somebody outside its owner found it done
 * @param lastWords what was said when somebody last looked, or null
 */
public record Action(UUID id, int nr, String source, String about, String what, OrganisationId owner, String ownerName, LocalDate due,
        OrganisationId verifier, String verifierName, boolean open, String lastWords) {

    public boolean isOverdue(LocalDate today) {
        return open && due.isBefore(today);
    }
}
