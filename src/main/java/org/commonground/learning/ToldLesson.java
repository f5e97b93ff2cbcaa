package org.commonground.learning;

import org.commonground.foundation.OrganisationId;

/**
 * A lesson and who told it.
 *
 * @param shared whether all who use this house may read it
 */
public record ToldLesson(OrganisationId organisation, String name, Lesson lesson, boolean shared) {
}
