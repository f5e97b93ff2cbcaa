package org.commonground.organisation;

import java.util.UUID;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;

/** Somebody doubts an organisation. For the coordinator; a yellow or red one also for the organisation's focal points. */
public record FlagRaised(OrganisationId organisation, UUID flag, FlagLevel level, String reason, PartnershipId about)
        implements OrganisationFact {

    @Override
    public String matter() {
        return flag.toString();
    }

    @Override
    public boolean opensMatter() {
        return true;
    }
}
