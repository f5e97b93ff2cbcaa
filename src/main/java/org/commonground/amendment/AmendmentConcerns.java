package org.commonground.amendment;

import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/** A partner that did not have to sign a change read it, and signs it too, since it concerns it. All are told. */
public record AmendmentConcerns(PartnershipId partnership, String suffix, OrganisationId organisation, String words,
        List<OrganisationId> members) implements PartnershipFact {
}
