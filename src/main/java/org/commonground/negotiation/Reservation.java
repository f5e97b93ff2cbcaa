package org.commonground.negotiation;

import org.commonground.foundation.OrganisationId;

/** Why a partner stands aside: printed beside the topic. */
public record Reservation(OrganisationId organisation, String words) {
}
