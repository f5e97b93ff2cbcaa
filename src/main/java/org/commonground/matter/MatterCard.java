package org.commonground.matter;

import java.time.LocalDate;
import java.util.UUID;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;

/**
 * A matter as all members see it.
 *
 * @param raisedBy null where the partners decided on it together
 * @param person   user id of who raised it; null where the partners decided
 * @param about    what of the partnership it is about, in the keys of its kind; null where it is about all of it
 * @param decided  how and where all partners decided on it before it was raised, as a sentence; else null
 * @param outcome  null while it is not settled
 */
public record MatterCard(UUID id, PartnershipId partnership, MatterKind kind, OrganisationId raisedBy, String person, String why,
        String about, LocalDate raisedOn, String decided, MatterState state, String outcome) {
}
