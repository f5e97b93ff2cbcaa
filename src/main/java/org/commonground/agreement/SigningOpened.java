package org.commonground.agreement;

import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/** The text that founds a partnership is out for signature: who is not among its parties joins only when it is in force. */
public record SigningOpened(PartnershipId partnership) implements PartnershipFact {
}
