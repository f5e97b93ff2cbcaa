package org.commonground.negotiation;

import org.commonground.foundation.OrganisationId;

/** What one party expects, and what another one answers to that. */
public record MetExpectation(OrganisationId expecting, String expectation, OrganisationId organisation, Ability ability, String words) {
}
