package org.commonground.matter;

import java.time.Instant;

import org.commonground.foundation.PartnershipId;
import org.commonground.negotiation.DecisionRule;

/** What the partners agreed about deciding and about the end. */
public interface AgreedTerms {

    DecisionRule decisionRule(PartnershipId partnership);

    /** When the term is over. */
    Instant ends(PartnershipId partnership);
}
