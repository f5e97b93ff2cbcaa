package org.commonground.orientation;

import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/** A secretariat supports the partnership from now on; all its members should know whom to ask. */
public record SecretariatSetUp(PartnershipId partnership, Secretariat secretariat, List<OrganisationId> members)
        implements PartnershipFact {
}
