package org.commonground.partnership;

import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/** The partners take the work up again. */
public record PartnershipResumed(PartnershipId partnership) implements PartnershipFact {
}
