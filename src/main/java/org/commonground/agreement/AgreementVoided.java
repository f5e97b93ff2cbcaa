package org.commonground.agreement;

import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;
import org.commonground.negotiation.NegotiationId;

/** A version that was out for signature binds nobody, whoever had signed it. */
public record AgreementVoided(PartnershipId partnership, NegotiationId negotiation, String suffix, int version, String reason,
        List<OrganisationId> parties) implements PartnershipFact {

    /** Signing ends in this negotiation alone. */
    @Override
    public String matter() {
        return negotiation.toString();
    }
}
