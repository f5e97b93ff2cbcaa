package org.commonground.work;

import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/** The joint work is over, at the end of its term or before: what partners would still change in it is overtaken. */
public record WorkEnded(PartnershipId partnership) implements PartnershipFact {
}
