package org.commonground.withdrawal;

import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/** A partner that leaves hears what others said to its offers. */
public record OffersAnswered(PartnershipId partnership, OrganisationId organisation, List<String> lines) implements PartnershipFact {
}
