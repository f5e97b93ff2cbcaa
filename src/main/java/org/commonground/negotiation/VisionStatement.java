package org.commonground.negotiation;

import org.commonground.foundation.OrganisationId;

/**
 * What one party sees.
 *
 * @param words what we can do together, and how
 * @param hopes what it hopes for itself
 */
public record VisionStatement(OrganisationId organisation, String words, String hopes) {
}
