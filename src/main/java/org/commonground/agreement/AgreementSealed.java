package org.commonground.agreement;

import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/** Everybody who must sign has signed. Members, allies too, can now get the sealed document. */
public record AgreementSealed(PartnershipId partnership, int version, String sha256, List<OrganisationId> members)
        implements PartnershipFact {
}
