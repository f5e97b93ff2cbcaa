package org.commonground.vision;

import org.commonground.foundation.OrganisationId;

/**
 * What became of a step of the agenda whose owner left.
 *
 * @param wasOf   whose it was
 * @param takenBy who takes it over; null where it is dropped
 * @param words   why; null where nothing was said about who takes it over
 */
public record SettledStep(String what, OrganisationId wasOf, OrganisationId takenBy, String words) {
}
