package org.commonground.organisation;

import java.time.LocalDate;
import java.util.UUID;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;

/**
 * A doubt about an organisation, as it stands.
 *
 * @param about      the partnership that gave rise to it, or null
 * @param question   what the manager was asked, or null
 * @param decision   why the manager keeps it, or null
 * @param resolution why it was resolved, or null while it stands
 */
public record RaisedFlag(UUID id, OrganisationId organisation, FlagLevel level, String reason, String raisedBy,
        LocalDate raisedOn, PartnershipId about, String question, String decision, String resolution) {
}
