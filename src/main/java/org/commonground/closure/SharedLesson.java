package org.commonground.closure;

import org.commonground.foundation.OrganisationId;

/** A lesson and who shared it. */
public record SharedLesson(OrganisationId organisation, String name, Lesson lesson) {
}
