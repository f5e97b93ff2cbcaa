package org.commonground.agreement;

import org.commonground.foundation.OrganisationId;

/**
 * Somebody without whom the agreement cannot be sealed yet.
 *
 * @param signed whether it has signed, and a red flag stands in the way
 * @param why    in words: no answer, or a red flag
 */
public record MissingSignature(OrganisationId organisation, String name, boolean signed, String why) {
}
