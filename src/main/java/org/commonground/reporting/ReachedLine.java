package org.commonground.reporting;

import org.commonground.foundation.OrganisationId;

/** What an organisation reported of an objective in one period. */
public record ReachedLine(OrganisationId organisation, String objective, String who, String measured, String standing) {
}
