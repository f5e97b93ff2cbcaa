package org.commonground.notice;

import java.util.List;

import org.commonground.foundation.OrganisationId;

/** Names and addresses of organisations and their people, told by whoever registers them. */
public interface OrganisationAddresses {

    /**
     * Who gets what a task in this group would ask: where nobody holds the seat, the whole organisation.
     *
     * @param seat the end of a group's id, such as {@code Expert}; empty for everybody
     */
    List<Recipient> inGroup(OrganisationId organisation, String seat);

    /** Those who answer for the organisation. */
    List<Recipient> focalPoints(OrganisationId organisation);

    String nameOf(OrganisationId organisation);
}
