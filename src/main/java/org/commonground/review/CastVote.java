package org.commonground.review;

import org.commonground.foundation.OrganisationId;

/** A vote and whose it is. */
public record CastVote(OrganisationId organisation, String name, WayForwardVote vote) {
}
