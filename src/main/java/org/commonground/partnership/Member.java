package org.commonground.partnership;

import java.time.LocalDate;

import org.commonground.foundation.OrganisationId;

/** An organisation that belongs to a partnership now. */
public record Member(OrganisationId organisation, Standing standing, LocalDate joined) {
}
