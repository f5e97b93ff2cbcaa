package org.commonground.agreement;

import java.util.List;

import org.commonground.foundation.Fact;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;

/** A version is out for signature: its text is frozen. */
public record AgreementReleased(PartnershipId partnership, int version, String sha256, List<OrganisationId> signatories) implements Fact {

    @Override
    public String businessKey() {
        return partnership.value();
    }
}
