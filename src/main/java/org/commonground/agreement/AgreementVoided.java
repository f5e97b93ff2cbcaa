package org.commonground.agreement;

import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/** A version that was out for signature binds nobody, whoever had signed it. */
public record AgreementVoided(PartnershipId partnership, int version, String reason, List<OrganisationId> parties)
        implements PartnershipFact {
}
