package org.commonground.candidate;

import org.commonground.foundation.OrganisationId;

/** What an organisation expects of the other partners, as its profile says. */
public record Expectation(OrganisationId organisation, String words) {
}
