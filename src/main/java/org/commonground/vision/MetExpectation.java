package org.commonground.vision;

import java.time.LocalDate;

import org.commonground.foundation.OrganisationId;

/**
 * What one party expects, and what another one answers to that.
 *
 * @param changedOn when it answered anew; null where it did not
 */
public record MetExpectation(OrganisationId expecting, String expectation, OrganisationId organisation, Ability ability, String words,
        LocalDate changedOn) {
}
