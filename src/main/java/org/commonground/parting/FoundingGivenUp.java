package org.commonground.parting;

import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/** Before anything was signed so many have left that the one who is there has nobody to agree with. */
public record FoundingGivenUp(PartnershipId partnership) implements PartnershipFact {
}
