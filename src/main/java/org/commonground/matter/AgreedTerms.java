package org.commonground.matter;

import java.time.LocalDate;

import org.commonground.foundation.PartnershipId;
import org.commonground.negotiation.DecisionRule;

/** What the partners agreed about deciding and about the end. */
public interface AgreedTerms {

    DecisionRule decisionRule(PartnershipId partnership);

    /** The first day after the term. */
    LocalDate end(PartnershipId partnership);
}
