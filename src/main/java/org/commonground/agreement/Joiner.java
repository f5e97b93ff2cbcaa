package org.commonground.agreement;

import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.partnership.Link;
import org.commonground.partnership.SeatIn;

/**
 * An organisation that becomes a partner by signing, as the text it signs names it.
 *
 * @param links with whom it needs to be connected
 */
public record Joiner(OrganisationId organisation, List<SeatIn> seats, List<Link> links) {

    public Joiner {
        seats = List.copyOf(seats);
        links = List.copyOf(links);
    }
}
