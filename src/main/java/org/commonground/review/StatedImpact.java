package org.commonground.review;

import org.commonground.foundation.OrganisationId;

/**
 * An impact and who stated it.
 *
 * @param reviewNr in which review
 */
public record StatedImpact(int reviewNr, OrganisationId organisation, String name, Impact impact) {
}
