package org.commonground.organisation;

import java.time.LocalDate;
import java.util.Set;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Role;

/**
 * A person in an organisation.
 *
 * @param user    user id
 * @param roles   the seats of the organisation that this person holds
 * @param to      the day from which the person no longer belongs to it, or null
 * @param mandate the right to sign, today's or the next one, or null
 */
public record Person(String user, OrganisationId organisation, String name, String email, boolean focalPoint,
        Set<Role> roles, LocalDate from, LocalDate to, Mandate mandate) {

    /**
     * The right to sign for the organisation.
     *
     * @param from first day
     * @param to   last day, or null when it is open
     */
    public record Mandate(LocalDate from, LocalDate to) {
    }
}
