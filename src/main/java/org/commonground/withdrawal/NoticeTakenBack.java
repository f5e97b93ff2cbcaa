package org.commonground.withdrawal;

import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/** A partner stays after all; what others have taken over by then stays with them. */
public record NoticeTakenBack(PartnershipId partnership, OrganisationId organisation, String reason,
        List<OrganisationId> members) implements PartnershipFact {
}
