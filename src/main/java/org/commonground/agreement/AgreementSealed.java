package org.commonground.agreement;

import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/**
 * Everybody who must sign has signed. Members, allies too, can now get the sealed document.
 *
 * @param holds  from which day to which the agreement holds, in words
 * @param membership who joins or left, where that alone is new in it; else null
 * @param signed names of those who signed; for a change that concerns nobody's part, none
 */
public record AgreementSealed(PartnershipId partnership, String suffix, int version, String sha256, String holds,
        String membership, List<String> signed, List<OrganisationId> members)
        implements PartnershipFact {
}
