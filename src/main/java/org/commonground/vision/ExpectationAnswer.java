package org.commonground.vision;

import org.commonground.foundation.OrganisationId;

/**
 * Whether a party can meet what another one expects of the others.
 *
 * @param words needed where it can only partly, or not
 */
public record ExpectationAnswer(OrganisationId expecting, Ability ability, String words) {
}
