package org.commonground.agreement;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/** A sheet that was signed by hand does not count, for a reason; its organisation is asked again. */
public record PaperSignatureRefused(PartnershipId partnership, OrganisationId organisation, int version, String signer, String reason)
        implements PartnershipFact {
}
