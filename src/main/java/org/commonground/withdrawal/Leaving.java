package org.commonground.withdrawal;

import java.time.LocalDate;
import java.util.UUID;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;

/**
 * The leaving of a partner as others see it.
 *
 * @param name      of the organisation
 * @param effective the day on which it leaves
 * @param learned   what it said on parting, or null
 * @param otherwise what it would do otherwise, or null
 * @param open      while it has neither left nor stays after all
 */
public record Leaving(UUID matter, PartnershipId partnership, OrganisationId organisation, String name, LocalDate effective, String why,
        WayOfLeaving way, String learned, String otherwise, boolean open) {
}
