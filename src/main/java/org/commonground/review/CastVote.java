package org.commonground.review;

import org.commonground.foundation.OrganisationId;

/**
 * A vote and whose it is.
 *
 * @param person who gave it
 */
public record CastVote(OrganisationId organisation, String name, WayForwardVote vote, String person) {
}
