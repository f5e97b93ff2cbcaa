package org.commonground.withdrawal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/**
 * A partner leaves on this day; all members are told why.
 *
 * @param released whether the others decided so
 */
public record NoticeGiven(PartnershipId partnership, UUID withdrawal, OrganisationId organisation, LocalDate effective, String why,
        boolean released, List<OrganisationId> members) implements PartnershipFact {

    @Override
    public String matter() {
        return withdrawal.toString();
    }
}
