package org.commonground.partnership;

import org.commonground.foundation.OrganisationId;

/** An organisation was asked to lead and said no, and why. */
public record LeadDecline(OrganisationId organisation, String name, String reason) {
}
