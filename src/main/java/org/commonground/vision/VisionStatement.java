package org.commonground.vision;

import java.time.LocalDate;

import org.commonground.foundation.OrganisationId;

/**
 * What one party sees.
 *
 * @param words what we can do together, and how
 * @param hopes what it hopes for itself
 * @param aimsWish what it would mend in the aims; null where they are right as they stand
 * @param changedOn when it said so anew; null where it did not
 */
public record VisionStatement(OrganisationId organisation, String words, String hopes, String aimsWish, LocalDate changedOn) {
}
