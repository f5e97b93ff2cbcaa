package org.commonground.amendment;

import java.time.LocalDate;
import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/**
 * A change is sealed, and what runs follows it.
 *
 * @param version number of the version that holds from now on
 * @param ends    the last day of the term, where that moved; else null
 * @param asked   whether some seats are asked anew what they bring
 */
public record AmendmentInForce(PartnershipId partnership, String suffix, int version, LocalDate ends, boolean asked,
        List<OrganisationId> members) implements PartnershipFact {
}
