package org.commonground.selection;

import static org.commonground.foundation.Words.maybe;

import org.commonground.candidate.PartnerFit;
import org.commonground.foundation.OrganisationId;

/**
 * What becomes of a candidate.
 *
 * @param reason needed to decline and to depart from the fit, else it may be null
 */
public record Decision(OrganisationId organisation, PartnerFit outcome, String reason) {

    public Decision {
        reason = maybe(reason);
    }
}
