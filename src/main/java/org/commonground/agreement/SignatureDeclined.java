package org.commonground.agreement;

import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/** A party did not sign, and said why. The version is void, also for those who had signed, and the topic is open again. */
public record SignatureDeclined(PartnershipId partnership, String suffix, int version, OrganisationId organisation, String topic,
        String reason,
        List<OrganisationId> parties) implements PartnershipFact {
}
