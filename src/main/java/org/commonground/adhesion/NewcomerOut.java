package org.commonground.adhesion;

import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/** Somebody to whom the partners had consented does not join after all. The members hear why, and so does it. */
public record NewcomerOut(PartnershipId partnership, OrganisationId organisation, String reason, List<OrganisationId> members)
        implements PartnershipFact {
}
