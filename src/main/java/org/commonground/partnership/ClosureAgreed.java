package org.commonground.partnership;

import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/** The partners end the partnership before its term. */
public record ClosureAgreed(PartnershipId partnership) implements PartnershipFact {
}
