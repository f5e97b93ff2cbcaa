package org.commonground.organisation;

import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/**
 * Somebody who coordinates belongs to those whom a case is about, so others serve in it.
 *
 * @param concerned    names of the organisations whose people keep out
 * @param manager      whether the manager serves, since every coordinator belongs to them; else another coordinator does
 * @param told         who hears of it
 * @param confidential whether the coordinators do not
 */
public record CaseLeftToOthers(PartnershipId partnership, String concerned, boolean manager, List<OrganisationId> told,
        boolean confidential) implements PartnershipFact {
}
