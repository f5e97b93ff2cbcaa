package org.commonground.visit;

import java.time.LocalDate;
import java.util.UUID;

import org.commonground.foundation.OrganisationId;

/**
 * @param matter  which call for a visit this is
 * @param nr      counted within the partnership
 * @param host    who is visited
 * @param heldOn  null while it is not planned
 */
record Visit(UUID matter, String partnership, int nr, OrganisationId host, LocalDate heldOn, boolean over) {
}
