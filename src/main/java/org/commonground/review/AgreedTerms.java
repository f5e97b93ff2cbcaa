package org.commonground.review;

import java.time.Instant;
import java.util.List;

import org.commonground.agreement.AgreementCalendar;
import org.commonground.foundation.PartnershipId;
import org.commonground.negotiation.DecisionRule;

/** What the partners agreed about their reviews. */
interface AgreedTerms {

    /** Refused while there is no sealed agreement. */
    Terms of(PartnershipId partnership);

    /**
     * @param ends           when the term is over
     * @param intervalMonths from one review to the next
     */
    record Terms(AgreementCalendar calendar, Instant ends, int intervalMonths, List<String> trustIndicators, DecisionRule decisionRule) {
    }
}
