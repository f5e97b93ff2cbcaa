package org.commonground.withdrawal;

import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/** A partner has left; those who remain hear what became of what it held, and what it said on parting. */
public record PartnerParted(PartnershipId partnership, OrganisationId organisation, String learned, String otherwise, List<String> lines,
        boolean alone, List<OrganisationId> members) implements PartnershipFact {
}
