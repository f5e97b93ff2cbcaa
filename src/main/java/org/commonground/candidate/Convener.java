package org.commonground.candidate;

import org.commonground.foundation.OrganisationId;

/**
 * An organisation that brings the others together, or one that is a partner where candidates would join, and the profile it stated: all
 * candidates may see it.
 */
public record Convener(OrganisationId organisation, String name, Profile profile) {
}
