package org.commonground.matter;

import java.time.LocalDate;
import java.util.UUID;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;

/**
 * A matter as all members see it.
 *
 * @param person  user id of who raised it
 * @param outcome null while it is not settled
 */
public record MatterCard(UUID id, PartnershipId partnership, MatterKind kind, OrganisationId raisedBy, String person, String why,
        LocalDate raisedOn, MatterState state, String outcome) {
}
