package org.commonground.dispute;

import org.commonground.foundation.OrganisationId;

/**
 * A member that is part of a dispute.
 *
 * @param raised  whether it raised the dispute
 * @param present whether it still belongs to the partnership
 */
public record Side(OrganisationId organisation, String name, boolean raised, boolean present) {
}
