package org.commonground.partnership;

import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/** The partners pause the work. */
public record PartnershipSuspended(PartnershipId partnership) implements PartnershipFact {
}
