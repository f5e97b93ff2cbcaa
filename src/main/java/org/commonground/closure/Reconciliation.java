package org.commonground.closure;

import org.commonground.foundation.OrganisationId;

/**
 * What a member says of the list of its contributions.
 *
 * @param agreed whether it finds the list right
 * @param words  what differs; null where nothing was said
 */
public record Reconciliation(OrganisationId organisation, String name, boolean agreed, String words) {
}
