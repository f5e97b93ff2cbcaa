package org.commonground.filing;

import java.util.Collection;

import org.commonground.foundation.OrganisationId;

/**
 * Who looks at files or brings one.
 *
 * @param organisations to which the person belongs now
 * @param staff         whether the person serves the house, and so reads the files of all
 * @param coordinator   whether the person serves the partners, and so brings files that are of no organisation
 */
public record Bringer(String user, Collection<OrganisationId> organisations, boolean staff, boolean coordinator) {

    boolean isOf(OrganisationId organisation) {
        return organisation != null && organisations.contains(organisation);
    }
}
